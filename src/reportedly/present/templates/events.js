"use strict";
// What is folded up on the screen is not to be missing on paper.
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("details")) each.open = true;
});
