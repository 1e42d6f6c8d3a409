// Tables that can be sorted by their headings and filtered by words. Without this script they are read as they are.
const words = document.getElementById("words")?.dataset ?? {};
const ROWS_WORTH_A_FILTER = 8;

function value(cell) {
  return cell?.dataset.sort ?? cell?.textContent.trim() ?? "";
}

// A row and what belongs to it (the line that says where sources differ) stay together.
function groups(body) {
  const found = [];
  for (const row of body.rows) {
    if (row.classList.contains("differ") && found.length) found.at(-1).push(row);
    else found.push([row]);
  }
  return found;
}

function sort(table, column, heading) {
  const down = heading.getAttribute("aria-sort") === "ascending";
  const body = table.tBodies[0];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  const ordered = groups(body).sort((a, b) => {
    const [one, other] = [value(a[0].cells[column]), value(b[0].cells[column])];
    if (one !== "" && other !== "" && !isNaN(one) && !isNaN(other)) return Number(one) - Number(other);
    return collator.compare(one, other);
  });
  if (down) ordered.reverse();
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  body.append(...ordered.flat());
}

function sortable(table) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    if (heading.classList.contains("cites")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.title = words.sort ?? "";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sort(table, column, heading));
  });
}

function filterable(table, number) {
  const rows = groups(table.tBodies[0]);
  if (rows.length < ROWS_WORTH_A_FILTER) return;
  const box = document.createElement("p");
  box.className = "filter";
  const label = document.createElement("label");
  const input = document.createElement("input");
  const told = document.createElement("output");
  input.type = "search";
  input.id = `filter-${number}`;
  label.htmlFor = input.id;
  // Seen, it stands above the name of its table; heard, it has to say which.
  label.textContent = words.filter ?? "";
  input.setAttribute("aria-label", `${words.filter ?? ""}: ${table.caption?.textContent ?? ""}`);
  told.htmlFor = input.id;
  box.append(label, input, told);
  table.before(box);
  input.addEventListener("input", () => {
    const wanted = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of groups(table.tBodies[0])) {
      const text = group.map((row) => row.textContent).join(" ").toLocaleLowerCase();
      const fits = wanted.every((word) => text.includes(word));
      group.forEach((row) => { row.hidden = !fits; });
      shown += fits ? 1 : 0;
    }
    told.textContent = wanted.length ? (words.shown ?? "").replace("{n}", shown).replace("{all}", rows.length) : "";
  });
}

document.querySelectorAll("table.data").forEach((table, number) => {
  if (!table.tHead || !table.tBodies.length || table.tBodies[0].rows.length < 2) return;
  sortable(table);
  filterable(table, number);
});
