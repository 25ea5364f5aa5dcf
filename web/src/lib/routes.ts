/** Which screen an address is of. */
export const SCREENS = {
  Desk: /^\/$/,
  Documents: /^\/documents$/,
  Reader: /^\/d\/([^/]+)$/,
  Ledger: /^\/claims$/,
  Events: /^\/events$/,
  PlaceTime: /^\/map$/,
  EventScreen: /^\/[ec]\/([^/]+)$/,
  TwoSides: /^\/compare$/,
  Sources: /^\/sources$/,
  Source: /^\/s\/([^/]+)$/,
} as const;

export type ScreenName = keyof typeof SCREENS;

export interface Route {
  screen: ScreenName;
  id?: string;
}

/** The way through the screens, as the header shows it: the first path is where it leads, all are "here". */
export const NAVIGATION: readonly { label: string; screens: readonly ScreenName[]; path: string }[] = [
  { label: "Desk", screens: ["Desk"], path: "/" },
  { label: "Ledger", screens: ["Ledger"], path: "/claims" },
  { label: "Events", screens: ["Events", "EventScreen"], path: "/events" },
  { label: "Place & time", screens: ["PlaceTime"], path: "/map" },
  { label: "Two sides", screens: ["TwoSides"], path: "/compare" },
  { label: "Sources", screens: ["Sources", "Source"], path: "/sources" },
  { label: "Documents", screens: ["Documents", "Reader"], path: "/documents" },
];

export function routeOf(path: string): Route | null {
  const plain = path.length > 1 ? path.replace(/\/+$/, "") : path;
  for (const [screen, pattern] of Object.entries(SCREENS)) {
    const match = pattern.exec(plain);
    if (!match) continue;
    try {
      return match[1] ? { screen: screen as ScreenName, id: decodeURIComponent(match[1]) } : { screen: screen as ScreenName };
    } catch {
      return null;
    }
  }
  return null;
}
