// A document beside its claims: what the pointer or the keyboard is at on one side is marked on the other.
const pairs = new Map();

function join(id, element) {
  if (!pairs.has(id)) pairs.set(id, []);
  pairs.get(id).push(element);
}

for (const item of document.querySelectorAll(".claims li[id^='c-']")) join(item.id.slice(2), item);
for (const mark of document.querySelectorAll(".text mark > a")) {
  join(mark.getAttribute("href").slice(3), mark.parentElement);
}
for (const number of document.querySelectorAll(".text a.number")) join(number.getAttribute("href").slice(3), number);

for (const together of pairs.values()) {
  const set = (on) => together.forEach((one) => one.classList.toggle("near", on));
  for (const one of together) {
    one.addEventListener("pointerenter", () => set(true));
    one.addEventListener("pointerleave", () => set(false));
    one.addEventListener("focusin", () => set(true));
    one.addEventListener("focusout", () => set(false));
  }
}
