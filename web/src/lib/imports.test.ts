import { expect, test } from "vitest";
import { sayCame } from "./imports.svelte";
import type { JobShape } from "./shapes";

const job = (what: Partial<JobShape>): JobShape => ({ new: 0, versions: 0, known: 0, claims: 0, trouble_count: 0, ...what }) as JobShape;

test.each([
  [job({ new: 2, claims: 9 }), 0, "2 documents came in with 9 claims"],
  [job({ new: 1 }), 0, "1 document came in with 0 claims"],
  [job({ new: 1 }), 1, "1 document came in and was not read"],
  [job({ new: 2 }), 2, "2 documents came in and were not read"],
  [job({ new: 2, known: 3 }), 1, "2 documents came in with 0 claims, 1 of them not read, 3 known already"],
  [job({ known: 1 }), 0, "1 known already"],
  [job({ new: 1, claims: 1, trouble_count: 2 }), 0, "1 document came in with 1 claim, 2 could not be read: the Desk says why"],
  [job({}), 0, "nothing came in"],
])("%o is told in words", (came, unread, words) => expect(sayCame(came, unread)).toBe(words));
