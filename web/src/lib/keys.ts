/** Which key does what. Screens name actions, never letters, so that every key can be another one, or none. */
import { createSubscriber } from "svelte/reactivity";
import { keep, kept } from "./kept";

/** A chord is `j`, `Shift+m`, `Ctrl+k`, `Escape`; two with a space between them are pressed one after the other. */
export const ACTIONS = {
  search: { words: "Search", keys: ["/", "Ctrl+k"] },
  next: { words: "Next claim or row", keys: ["j"] },
  previous: { words: "Previous claim or row", keys: ["k"] },
  open: { words: "Open", keys: ["Enter"] },
  close: { words: "Close, or back", keys: ["Escape"] },
  spanNext: { words: "Next marked words of the claim", keys: ["]"] },
  spanPrevious: { words: "Previous marked words of the claim", keys: ["["] },
  stepRight: { words: "Later on the timeline", keys: ["ArrowRight"] },
  stepLeft: { words: "Earlier on the timeline", keys: ["ArrowLeft"] },
  accept: { words: "Accept the claim as read rightly", keys: ["a"] },
  reject: { words: "Reject: the text does not claim this", keys: ["r"] },
  edit: { words: "Edit the claim", keys: ["e"] },
  note: { words: "Write a note", keys: ["n"] },
  undo: { words: "Take back the last judgement", keys: ["u"] },
  mark: { words: "Mark the claim", keys: ["m"] },
  merge: { words: "Marked claims speak of one happening", keys: ["Shift+m"] },
  split: { words: "Marked claims speak of different happenings", keys: ["Shift+s"] },
  table: { words: "Table instead of a picture", keys: ["t"] },
  copyLink: { words: "Copy the permalink", keys: ["c"] },
  exportView: { words: "Export what is shown", keys: ["x"] },
  goDesk: { words: "Go to the Desk", keys: ["g d"] },
  goLedger: { words: "Go to the Ledger", keys: ["g l"] },
  goEvents: { words: "Go to the Events", keys: ["g e"] },
  goMap: { words: "Go to Map & time", keys: ["g m"] },
  goCompare: { words: "Go to Two sides", keys: ["g c"] },
  help: { words: "Show the keys", keys: ["?"] },
} as const satisfies Record<string, { words: string; keys: readonly string[] }>;

export type Action = keyof typeof ACTIONS;
export type Bindings = Record<Action, readonly string[]>;
/** What answers an action. `false` says that it was not for this one, and an earlier one is asked. */
export type Handlers = Partial<Record<Action, () => unknown>>;
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & {
  getModifierState?: (name: string) => boolean;
};

const SETTING = "keys";
const PAUSE_MS = 1500;
const NAMES = Object.keys(ACTIONS) as Action[];
/** Keys that lie on the same place whatever the alphabet; `о` on a Ukrainian keyboard is the key of `j`. */
const BY_PLACE: Record<string, string> = { BracketLeft: "[", BracketRight: "]", Slash: "/" };

/** The chord of a key press, or null for a modifier alone or a key of the system's. */
export function chordOf(press: KeyPress): string | null {
  if (["Shift", "Control", "Alt", "Meta", "AltGraph", "Dead", "Process", "Unidentified"].includes(press.key)) return null;
  const isThirdLevel = press.getModifierState?.("AltGraph") ?? false;
  if (press.altKey && !isThirdLevel) return null;
  const isCommand = (press.ctrlKey || press.metaKey) && !isThirdLevel;
  let key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (key.length === 1 && key > "~") {
    key = /^Key[A-Z]$/.test(press.code) ? press.code.slice(3).toLowerCase() : (BY_PLACE[press.code] ?? key);
  }
  const isShifted = press.shiftKey && (key.length > 1 || /^\p{L}$/u.test(key));
  return `${isCommand ? "Ctrl+" : ""}${isShifted ? "Shift+" : ""}${key === " " ? "Space" : key}`;
}

/** "Ctrl+K", "g then d", "→": a chord as a person reads it. */
export function sayChord(chord: string): string {
  const arrows: Record<string, string> = { ArrowRight: "→", ArrowLeft: "←", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc" };
  const one = (each: string): string =>
    each.split("+").map((part, index) => arrows[part] ?? (index > 0 && part.length === 1 ? part.toUpperCase() : part)).join("+");
  return chord.split(" ").map(one).join(" then ");
}

export function defaults(): Bindings {
  return Object.fromEntries(NAMES.map((name) => [name, ACTIONS[name].keys])) as unknown as Bindings;
}

/** Turns chords, one after the other, into actions. */
export class KeyMap {
  #pending = "";
  #since = 0;

  constructor(public bindings: Bindings = defaults()) {}

  /** The action of this chord, `wait` if it begins one, or null. */
  press(chord: string, now_ms: number): Action | "wait" | null {
    const begun = this.#pending && now_ms - this.#since < PAUSE_MS ? `${this.#pending} ${chord}` : "";
    this.#pending = "";
    const found = (begun && this.#find(begun)) || this.#find(chord);
    if (found) return found;
    if (!NAMES.some((name) => this.bindings[name].some((each) => each.startsWith(`${chord} `)))) return null;
    this.#pending = chord;
    this.#since = now_ms;
    return "wait";
  }

  #find(chord: string): Action | null {
    return NAMES.find((name) => this.bindings[name].includes(chord)) ?? null;
  }
}

const map = new KeyMap({ ...defaults(), ...kept<Partial<Bindings>>(SETTING, {}) });
const listening: Handlers[] = [];

/** Labels that show a key change with it. */
let tellLabels: () => void = () => undefined;
const follow = createSubscriber((update) => {
  tellLabels = update;
});

export function bindings(): Bindings {
  follow();
  return map.bindings;
}

/** Give an action other keys; none at all switches it off. A key that was another action's is taken from it. */
export function bind(action: Action, keys: readonly string[]): void {
  const now = { ...map.bindings };
  for (const name of NAMES) now[name] = now[name].filter((each) => !keys.includes(each));
  now[action] = keys;
  map.bindings = now;
  tellLabels();
  const own = defaults();
  keep(SETTING, Object.fromEntries(NAMES.filter((name) => String(now[name]) !== String(own[name])).map((name) => [name, now[name]])));
}

export function resetKeys(): void {
  map.bindings = defaults();
  tellLabels();
  keep(SETTING, {});
}

/** The first key of an action, for a label; empty if it is switched off. */
export function keyOf(action: Action): string {
  const [first] = bindings()[action];
  return first ? sayChord(first) : "";
}

/** Answer these actions until the returned function is called. Whoever came last is asked first. */
export function onKeys(handlers: Handlers): () => void {
  listening.push(handlers);
  return () => {
    const at = listening.indexOf(handlers);
    if (at >= 0) listening.splice(at, 1);
  };
}

function isTyping(target: Element | null): boolean {
  if (!target) return false;
  if (target.closest("textarea, select, [contenteditable]:not([contenteditable=false])")) return true;
  const input = target.closest("input");
  return Boolean(input && !["checkbox", "radio", "button", "submit", "range", "file"].includes(input.type));
}

/** Does the thing that has the focus need this key itself? */
function needsKey(target: Element | null, chord: string): boolean {
  if (!target) return false;
  if (chord === "Enter") return Boolean(target.closest("a[href], button, summary, input, [role=button], [role=option], [role=menuitem]"));
  if (chord.startsWith("Arrow")) return Boolean(target.closest("input, [role=slider], [role=listbox], [role=application], [role=tablist], .scroll"));
  return false;
}

/** Listen to the keyboard, once for the whole page. */
export function listenToKeys(): () => void {
  const hear = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const chord = chordOf(event);
    if (!chord || event.defaultPrevented || event.isComposing || isTyping(target) || needsKey(target, chord)) return;
    if (document.querySelector("dialog:modal")) return;
    const action = map.press(chord, event.timeStamp);
    if (!action) return;
    if (action === "wait") return event.preventDefault();
    for (const handlers of [...listening].reverse()) {
      const answer = handlers[action];
      if (!answer || answer() === false) continue;
      event.preventDefault();
      return;
    }
  };
  addEventListener("keydown", hear);
  return () => removeEventListener("keydown", hear);
}
