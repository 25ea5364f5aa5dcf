import { expect, test } from "vitest";
import { NAVIGATION, routeOf } from "./routes";

test.each([
  ["/", { screen: "Desk" }],
  ["/claims", { screen: "Ledger" }],
  ["/claims/", { screen: "Ledger" }],
  ["/d/rp-7K3M2QX4TB", { screen: "Reader", id: "rp-7K3M2QX4TB" }],
  ["/c/rp-7K3M", { screen: "EventScreen", id: "rp-7K3M" }],
  ["/e/rp-7K3M", { screen: "EventScreen", id: "rp-7K3M" }],
  ["/s/Front%20Diary", { screen: "Source", id: "Front Diary" }],
])("%s is a screen", (path, route) => expect(routeOf(path)).toEqual(route));

test.each(["/nothing", "/d", "/d/a/b", "/d/%E0%A4%A"])("%s is none", (path) => expect(routeOf(path)).toBeNull());

test("every way in the header leads to a screen that it names", () => {
  for (const { path, screens } of NAVIGATION) expect(screens).toContain(routeOf(path)?.screen);
});
