/** Light, dark, or as the system has it. */
import { keep, kept } from "./kept";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function theme(): Theme {
  const found = kept<Theme>("theme", "system");
  return THEMES.includes(found) ? found : "system";
}

export function setTheme(chosen: Theme): void {
  keep("theme", chosen);
  if (chosen === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}
