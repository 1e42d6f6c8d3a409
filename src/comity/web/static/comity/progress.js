// Looks again every second until all is read; the page itself is what it looks at.
"use strict";
(() => {
  async function look() {
    const shown = document.getElementById("progress");
    if (shown.dataset.finished) return;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected) { location.reload(); return; }
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById("progress");
        if (fresh && fresh.outerHTML !== shown.outerHTML) shown.replaceWith(document.adoptNode(fresh));
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // the server is away for a moment: looked for again
    }
    setTimeout(look, 1000);
  }
  setTimeout(look, 500);
})();
