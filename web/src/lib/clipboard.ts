/** Copy, and say that it was copied. */
import { notices } from "./notices.svelte";

export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notices.say(`${what} copied`);
  } catch {
    notices.say(`The browser does not let us copy. ${what}: ${text}`);
  }
}
