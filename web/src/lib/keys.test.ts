import { describe, expect, test } from "vitest";
import { chordOf, defaults, KeyMap, sayChord, type KeyPress } from "./keys";

const PLAIN: KeyPress = { key: "j", code: "KeyJ", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (change: Partial<KeyPress>): KeyPress => ({ ...PLAIN, ...change });

describe("chords", () => {
  test("a letter is its own chord", () => expect(chordOf(PLAIN)).toBe("j"));
  test("Shift is named for letters, since m and M do different things", () =>
    expect(chordOf(press({ key: "M", code: "KeyM", shiftKey: true }))).toBe("Shift+m"));
  test("Shift is not named for signs, which need it on some keyboards only", () =>
    expect(chordOf(press({ key: "?", code: "Slash", shiftKey: true }))).toBe("?"));
  test("Ctrl and the command key are one", () => {
    expect(chordOf(press({ key: "k", ctrlKey: true }))).toBe("Ctrl+k");
    expect(chordOf(press({ key: "k", metaKey: true }))).toBe("Ctrl+k");
  });
  test("on a Ukrainian keyboard the key of j is j", () => expect(chordOf(press({ key: "о", code: "KeyJ" }))).toBe("j"));
  test("on a Russian keyboard the key of ] is ]", () => expect(chordOf(press({ key: "ъ", code: "BracketRight" }))).toBe("]"));
  test("on a German keyboard AltGr makes [ and is no command", () => {
    const held = { getModifierState: (name: string) => name === "AltGraph" };
    expect(chordOf(press({ key: "[", code: "Digit8", ctrlKey: true, altKey: true, ...held }))).toBe("[");
  });
  test("a modifier alone is none, and what the system takes with Alt is none", () => {
    expect(chordOf(press({ key: "Shift", shiftKey: true }))).toBeNull();
    expect(chordOf(press({ altKey: true }))).toBeNull();
  });
  test("they are said as people read them", () => {
    expect(["g d", "Ctrl+k", "ArrowLeft", "Shift+m", "Escape"].map(sayChord)).toEqual(["g then d", "Ctrl+K", "←", "Shift+M", "Esc"]);
  });
});

describe("actions", () => {
  test("a chord leads to its action, an unknown one to none", () => {
    const map = new KeyMap();
    expect(map.press("j", 0)).toBe("next");
    expect(map.press("q", 0)).toBeNull();
  });
  test("g waits for a second key", () => {
    const map = new KeyMap();
    expect(map.press("g", 0)).toBe("wait");
    expect(map.press("l", 300)).toBe("goLedger");
  });
  test("too late, the second key is one of its own", () => {
    const map = new KeyMap();
    map.press("g", 0);
    expect(map.press("m", 5000)).toBe("mark");
  });
  test("a second key that means nothing after g still does what it does alone", () => {
    const map = new KeyMap();
    map.press("g", 0);
    expect(map.press("j", 100)).toBe("next");
  });
  test("a key can be another one, or none", () => {
    const map = new KeyMap({ ...defaults(), next: ["ArrowDown"], accept: [] });
    expect(map.press("ArrowDown", 0)).toBe("next");
    expect(map.press("j", 0)).toBeNull();
    expect(map.press("a", 0)).toBeNull();
  });
  test("no two actions share a key at first", () => {
    const keys = Object.values(defaults()).flat();
    expect(new Set(keys).size).toBe(keys.length);
  });
});
