/** Is the page being printed? What is folded up on the screen must not be missing on paper. */
import { flushSync } from "svelte";

class Paper {
  isPrinting = $state(false);

  listen(): () => void {
    const turn = (isPrinting: boolean) => (): void => flushSync(() => void (this.isPrinting = isPrinting));
    const [before, after] = [turn(true), turn(false)];
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }
}

export const paper = new Paper();
