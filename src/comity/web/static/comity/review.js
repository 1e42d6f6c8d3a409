// Keys for what the page's buttons and links do anyway; a list is walked through by a mark of its own.
"use strict";
(() => {
  const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]") !== null;
  const rows = [...document.querySelectorAll("#queue > li")];
  let at = -1;

  function go(to) {
    if (to < 0 || to >= rows.length) return;
    rows[at]?.removeAttribute("aria-current");
    at = to;
    rows[at].setAttribute("aria-current", "true");
    rows[at].querySelector("a.open").focus();
    rows[at].scrollIntoView({ block: "nearest" });
  }

  // Keys without Ctrl or Alt can be hit by a voice or a slip: who does not want them turns them off.
  const use = document.querySelector("#keys-use input");
  const KEPT = "comity-keys";
  if (use) {
    use.closest("p").hidden = false;
    use.checked = localStorage.getItem(KEPT) !== "off";
    use.addEventListener("change", () => localStorage.setItem(KEPT, use.checked ? "on" : "off"));
  }

  const list = {
    j: () => go(at + 1), n: () => go(at + 1), k: () => go(at - 1), p: () => go(at - 1),
    x: () => rows[at]?.querySelector("input[type=checkbox]").click(),
    o: () => rows[at]?.querySelector("a.open").click(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target) || use?.checked === false) return;
    if (rows.length && Object.hasOwn(list, event.key)) { event.preventDefault(); list[event.key](); return; }
    const button = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key.split(" ").includes(event.key));
    if (!button) return;
    event.preventDefault();
    if (button.getAttribute("href") === "#edit") open();
    else button.click();
  });

  function open() {
    const edit = document.getElementById("edit");
    edit.open = true;
    edit.scrollIntoView({ block: "start" });
    (edit.querySelector("[aria-invalid=true]") || edit.querySelector(".fields input:not([type=hidden]), .fields select, .fields textarea")).focus();
  }
  document.querySelector('[href="#edit"]')?.addEventListener("click", (event) => { event.preventDefault(); open(); });
  if (document.querySelector("#edit [role=alert]")) open();

  const all = document.getElementById("all");
  if (all) {
    all.hidden = false;
    document.getElementById("all-name").hidden = false;
    all.addEventListener("change", () => {
      for (const row of rows) row.querySelector("input[type=checkbox]").checked = all.checked;
    });
  }
})();
