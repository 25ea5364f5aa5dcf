/** What this browser remembers for its user. Where it may not, nothing is remembered, and nothing breaks. */
const PREFIX = "reportedly.";

export function kept<T>(name: string, otherwise: T): T {
  try {
    const found = localStorage.getItem(PREFIX + name);
    return found === null ? otherwise : (JSON.parse(found) as T);
  } catch {
    return otherwise;
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden; the setting then lasts as long as the page.
  }
}
