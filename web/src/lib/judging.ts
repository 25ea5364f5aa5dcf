/** The judgements that several screens offer, in the words that a notice shows. */
import { notices } from "./notices.svelte";
import { reviews } from "./reviews.svelte";
import type { CardShape, ReaderShape } from "./shapes";

/** Accept or reject. The same once more writes nothing. */
export async function judgeClaim(card: CardShape, action: "accept" | "reject"): Promise<boolean> {
  const verdict = action === "accept" ? "accepted" : "rejected";
  if (card.verdict === verdict) {
    notices.say(`It is ${verdict} already`);
    return true;
  }
  return reviews.judge([{ action, subjects: [card.id] }], `Claim ${verdict}: ${card.sentence}`);
}

/** Cover a document, or take that back. */
export async function markGraphic(page: ReaderShape): Promise<boolean> {
  if (page.graphic_review) {
    return reviews.judge([{ action: "withdraw", subjects: [page.graphic_review] }], "No longer marked as hard to look at");
  }
  return reviews.judge([{ action: "graphic", subjects: [page.document.id] }], "Marked as hard to look at");
}
