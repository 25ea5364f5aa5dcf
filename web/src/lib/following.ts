/** Cards that follow a text: the text stays still under the eye, and the cards scroll beside it. */
const READ_AT = 0.3;

/** The claim whose number stands last above the line at which one reads; the first one before that. */
export function claimInView(text: HTMLElement): string | null {
  const numbers = text.querySelectorAll<HTMLElement>("[data-number]");
  let [low, high] = [0, numbers.length - 1];
  const line = innerHeight * READ_AT;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] as HTMLElement).getBoundingClientRect().top <= line) low = middle;
    else high = middle - 1;
  }
  return numbers[low]?.dataset.claim ?? null;
}

export function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function behaviour(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

/** Bring a card to the top of the cards, or only into sight. */
export function scrollCards(cards: HTMLElement, claim: string, how: "top" | "sight"): void {
  const card = cards.querySelector<HTMLElement>(`[id="${CSS.escape(claim)}"]`);
  if (!card || cards.scrollHeight <= cards.clientHeight) return;
  const [top, bottom] = [card.offsetTop, card.offsetTop + card.offsetHeight];
  const isInSight = top >= cards.scrollTop && bottom <= cards.scrollTop + cards.clientHeight;
  if (how === "sight" && isInSight) return;
  cards.scrollTo({ top: top - 4, behavior: behaviour() });
}

/** Bring words of the text into sight, if they are not. */
export function scrollText(element: Element | null): void {
  if (element && !isInView(element)) element.scrollIntoView({ block: "center", behavior: behaviour() });
}
