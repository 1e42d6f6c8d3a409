// Looks again every second until all is read; the page itself is what it looks at. What has not changed stays as it is,
// and so does what somebody has the focus in: a screen reader tells only of a status that was there before its words.
"use strict";
(() => {
  const shown = document.getElementById("progress");

  // Whether all of the fresh page is shown.
  function show(fresh) {
    const said = document.getElementById("said");
    const told = fresh.querySelector("#said").textContent;
    if (said.textContent !== told) said.textContent = told;
    shown.querySelector("progress").value = fresh.querySelector("progress").value;
    const before = [...shown.querySelectorAll("section")];
    const kept = [...fresh.querySelectorAll("section")].filter((section, number) => {
      const old = before[number];
      if (old.outerHTML === section.outerHTML) return false;
      if (old.contains(document.activeElement)) return true;
      old.replaceWith(document.adoptNode(section));
      return false;
    });
    const onward = fresh.querySelector("#onward");
    if (onward && !document.getElementById("onward")) shown.append(document.adoptNode(onward));
    return kept.length === 0;
  }

  async function look() {
    if (shown.dataset.finished) return;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected) { location.reload(); return; }
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById("progress");
        if (fresh && show(fresh)) shown.dataset.finished = fresh.dataset.finished;
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // the server is away for a moment: looked for again
    }
    setTimeout(look, 1000);
  }
  setTimeout(look, 500);
})();
