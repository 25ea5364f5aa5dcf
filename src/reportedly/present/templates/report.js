"use strict";
// The same claim is lit in the text and on its card, by pointer or by keyboard.
(() => {
  const light = (names, on) => {
    for (const name of names) {
      document.getElementById(name)?.classList.toggle("lit", on);
      for (const part of document.querySelectorAll(`[data-claims~="${name}"]`)) part.classList.toggle("lit", on);
    }
  };
  const namesAt = (target) => {
    const near = target.closest?.("[data-claims], [data-claim], .mark");
    if (!near) return [];
    if (near.dataset.claims) return near.dataset.claims.split(" ");
    return [near.dataset.claim ?? near.getAttribute("href").slice(1)];
  };
  for (const [event, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(event, (each) => light(namesAt(each.target), on));
  }
  document.addEventListener("click", (each) => {
    const part = each.target.closest?.("[data-claims]");
    if (part) document.getElementById(part.dataset.claims.split(" ").pop())?.scrollIntoView({ block: "nearest" });
  });
})();
