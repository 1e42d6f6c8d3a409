// The timeline: wider and narrower, lanes shown and hidden, arrow keys from mark to mark. Without this script it is
// read as it is, and stands as a list below.
const words = document.getElementById("words")?.dataset ?? {};
const STEPS = [1, 2, 4, 8];

function button(label, name) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.setAttribute("aria-label", name);
  made.title = name;
  return made;
}

function zooming(region, lanes) {
  let step = 0;
  const narrower = button("−", words.narrower);
  const wider = button("+", words.wider);
  const set = (next) => {
    const middle = (region.scrollLeft + region.clientWidth / 2) / region.scrollWidth;
    step = Math.max(0, Math.min(STEPS.length - 1, next));
    for (const one of STEPS) lanes.classList.toggle(`zoom-${one}`, one > 1 && one === STEPS[step]);
    region.scrollLeft = middle * region.scrollWidth - region.clientWidth / 2;
    narrower.disabled = step === 0;
    wider.disabled = step === STEPS.length - 1;
  };
  narrower.addEventListener("click", () => set(step - 1));
  wider.addEventListener("click", () => set(step + 1));
  region.addEventListener("keydown", (event) => {
    if (event.target !== region || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") set(step + 1);
    else if (event.key === "-") set(step - 1);
    else return;
    event.preventDefault();
  });
  narrower.disabled = true;
  return [narrower, wider];
}

function choices(lanes) {
  const box = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.className = "unseen";
  legend.textContent = words.lanes;
  box.append(legend);
  for (const lane of lanes.querySelectorAll(".lane")) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "checkbox";
    input.checked = true;
    input.addEventListener("change", () => { lane.hidden = !input.checked; });
    label.append(input, ` ${lane.querySelector(".lane-name").textContent}`);
    box.append(label);
  }
  return box;
}

// One stop of the Tab key a lane; arrow keys go on from there.
function roving(lane) {
  const marks = [...lane.querySelectorAll("a.mark")].sort(
    (a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left);
  marks.forEach((mark, place) => mark.setAttribute("tabindex", place ? "-1" : "0"));
  lane.addEventListener("keydown", (event) => {
    const place = marks.indexOf(document.activeElement);
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (place < 0 || next === undefined || !marks[next]) return;
    event.preventDefault();
    marks[place].setAttribute("tabindex", "-1");
    marks[next].setAttribute("tabindex", "0");
    marks[next].focus();
  });
}

for (const region of document.querySelectorAll(".timeline")) {
  const lanes = region.querySelector(".lanes");
  const tools = document.createElement("div");
  tools.className = "timeline-tools";
  tools.append(...zooming(region, lanes), choices(lanes));
  region.before(tools);
  lanes.querySelectorAll(".lane").forEach(roving);
}
