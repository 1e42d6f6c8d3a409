// Files dropped upon the form are added to those chosen; what is too large is said before it is sent.
"use strict";
(() => {
  const drop = document.getElementById("drop");
  const input = document.getElementById("files");
  const list = document.getElementById("chosen");
  const largest = Number(drop.dataset.largest);
  const most = Number(drop.dataset.most);
  let chosen = new DataTransfer();

  drop.querySelector(".drop-hint").hidden = false;

  function show() {
    input.files = chosen.files;
    list.replaceChildren(...[...chosen.files].map((file) => {
      const line = document.createElement("li");
      const large = file.size > largest;
      line.textContent = `${file.name} (${(file.size / 1e6).toFixed(file.size < 1e6 ? 2 : 0)} MB)`
        + (large ? `: ${drop.dataset.tooLarge}` : "");
      line.className = large ? "problem" : "";
      return line;
    }));
    const many = chosen.files.length > most;
    if (many) {
      const line = document.createElement("li");
      line.textContent = drop.dataset.tooMany;
      line.className = "problem";
      list.prepend(line);
    }
    const large = [...chosen.files].some((file) => file.size > largest);
    input.setCustomValidity(many ? drop.dataset.tooMany : large ? drop.dataset.tooLarge : "");
  }

  input.addEventListener("change", () => {
    chosen = new DataTransfer();
    for (const file of input.files) chosen.items.add(file);
    show();
  });
  // Also beside the form: a browser would leave the page to show the file.
  for (const name of ["dragover", "drop"]) {
    document.addEventListener(name, (event) => event.preventDefault());
  }
  document.addEventListener("dragover", () => drop.classList.add("over"));
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) drop.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    drop.classList.remove("over");
    for (const file of event.dataTransfer.files) chosen.items.add(file);
    show();
  });
})();
