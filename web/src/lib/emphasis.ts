/** Which words of a sentence of ours stand out: the number of lines, and through whom all of them pass. */
export interface Emphasised {
  words: string;
  sort: "plain" | "lines" | "name";
}

const LINES = String.raw`\b(?:\d+(?: to \d+)? independent lines?|one line)\b`;
/** Names that are longer than any sentence of ours are not looked for in it. */
const LONGEST = 200;

export function emphasise(sentence: string, names: readonly string[] = []): Emphasised[] {
  const known = names.filter((name) => name.trim() && name.length <= LONGEST).sort((one, other) => other.length - one.length);
  const sought = new RegExp([LINES, ...known.map(quote)].join("|"), "giu");
  const found: Emphasised[] = [];
  let last = 0;
  for (const match of sentence.matchAll(sought)) {
    if (match.index > last) found.push({ words: sentence.slice(last, match.index), sort: "plain" });
    found.push({ words: match[0], sort: known.includes(match[0]) ? "name" : "lines" });
    last = match.index + match[0].length;
  }
  if (last < sentence.length) found.push({ words: sentence.slice(last), sort: "plain" });
  return found;
}

function quote(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
