import { describe, expect, it } from "vitest";
import { drawProvenance, FOLDED_FROM, MOST_BOXES } from "./graph";
import { BOX, layOut, type GraphLayout } from "./graphLayout";
import type { DocumentHeadShape, EventPageShape, MemberShape, Stance, StepKind, StepShape, VertexShape } from "./shapes";

type Told = [start: string, end: string, kind?: StepKind];

/** Sources are named by small letters, documents by capitals; each document was published a day after the one before. */
function makePage(names: string[], told: Told[], stances: Record<string, Stance> = {}, through: string[] = []): EventPageShape {
  const isDocument = (id: string): boolean => id !== id.toLowerCase();
  const vertices: VertexShape[] = names.map((id) => ({ id, name: id.split("~")[0] ?? id, side: null, is_document: isDocument(id), also: [] }));
  const documents = Object.fromEntries(names.filter(isDocument).map((id, day) => [id, makeHead(id, day)]));
  const claims = Object.keys(documents).map((id) => makeMember(id, stances[id] ?? "affirms"));
  const steps: StepShape[] = told.map(([start, end, kind = "attribution"]) => ({ start, end, kind, because: "said", claim: null }));
  const none = { least: 0, most: 0, bottleneck: [] };
  return {
    event: {
      id: "rp-E", label: "Capture", kind: "control", place: null, earliest: null, latest: null, status: "circular", why: "",
      claims, independent: { affirms: { least: 1, most: 1, bottleneck: through }, denies: none }, lines: [], vertices, steps, changes: [],
    },
    link: "", place: null, days: null, reach: "", status_means: "", lines: {}, colours: {}, names: {}, documents, cards: {},
  };
}

function makeHead(id: string, day: number): DocumentHeadShape {
  const published = `2025-12-${String(day + 1).padStart(2, "0")}`;
  return {
    id, sha256: id, name: id, outlet: id, url: null, archive_url: null, published, published_at: null, captured_at: null,
    language: "en", is_right_to_left: false,
  };
}

function makeMember(document: string, stance: Stance): MemberShape {
  return {
    document, claim: `c ${document}`, stance, side: null, reported: null, because: "", concession: false, text: "", on_whose_word: "",
    outlet: null, url: null, compared_with: null, evidence: [],
  };
}

/** An event of the mock: two origins, one relay, three documents, and a denial in two. */
const LOST = makePage(
  ["soldier", "general", "diary", "staff", "HERALD", "WIRE", "POST", "DAILY", "BULLETIN"],
  [
    ["soldier", "diary"], ["general", "diary"], ["diary", "HERALD"], ["diary", "WIRE"], ["WIRE", "POST", "wording"],
    ["staff", "DAILY"], ["staff", "BULLETIN"],
  ],
  { DAILY: "denies", BULLETIN: "denies" },
  ["diary"],
);

/** Steps between random vertices, the same each time; circles among sources may be. */
function makeTangle(seed: number): EventPageShape {
  let state = seed;
  const draw = (below: number): number => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  const sources = Array.from({ length: 1 + draw(7) }, (_, nth) => `s${nth}`);
  const documents = Array.from({ length: 1 + draw(14) }, (_, nth) => `D${nth}`);
  const kinds: StepKind[] = ["attribution", "forward", "own-voice"];
  const told: Told[] = documents.flatMap((document, nth): Told[] => {
    const copied = draw(4) === 0 && nth > 0 ? [[documents[draw(nth)] ?? "", document, "wording"] as Told] : [];
    const cited = draw(6) === 0 && nth > 0 ? [[documents[draw(nth)] ?? "", sources[draw(sources.length)] ?? "", "citation"] as Told] : [];
    return draw(5) === 0 ? copied : [[sources[draw(sources.length)] ?? "", document, kinds[draw(3)] ?? "forward"], ...copied, ...cited];
  });
  const relayed: Told[] = sources.flatMap((source): Told[] => (draw(2) ? [[source, sources[draw(sources.length)] ?? source]] : []));
  return makePage([...sources, ...documents], [...relayed, ...told]);
}

function expectApart({ boxes, width, height }: GraphLayout): void {
  for (const [nth, one] of boxes.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.x + BOX.width).toBeLessThanOrEqual(width);
    expect(one.y).toBeGreaterThanOrEqual(0);
    expect(one.y + BOX.height).toBeLessThanOrEqual(height);
    for (const other of boxes.slice(nth + 1)) {
      const isApart = Math.abs(one.x - other.x) >= BOX.width || Math.abs(one.y - other.y) >= BOX.height;
      expect(isApart, `${one.id} lies on ${other.id}`).toBe(true);
    }
  }
}

describe("the provenance graph", () => {
  const laid = layOut(drawProvenance(LOST));
  const at = (id: string) => laid.boxes.find((box) => box.vertices.some((vertex) => vertex.id === id)) ?? expect.fail(id);

  it("places every vertex once", () => {
    const placed = laid.boxes.flatMap((box) => box.vertices.map((vertex) => vertex.id));
    expect([...placed].sort()).toEqual(LOST.event.vertices.map((vertex) => vertex.id).sort());
  });

  it("puts origins left, relays between, documents right, and what has the same words behind it", () => {
    expect(at("soldier").x).toBeLessThan(at("diary").x);
    expect(at("diary").x).toBeLessThan(at("HERALD").x);
    expect(at("staff").x).toBe(at("soldier").x);
    expect(at("DAILY").x).toBe(at("HERALD").x);
    expect(at("POST").x).toBeGreaterThan(at("WIRE").x);
  });

  it("puts the earlier of two documents on the same word above the later", () => {
    expect(at("DAILY").y).toBeLessThan(at("BULLETIN").y);
  });

  it("puts a document that names nobody among the documents", () => {
    const { boxes } = layOut(drawProvenance(makePage(["soldier", "diary", "HERALD", "ALONE"], [["soldier", "diary"], ["diary", "HERALD"]])));
    const column = (id: string) => boxes.find((box) => box.id === id)?.column;
    expect([column("soldier"), column("diary"), column("HERALD"), column("ALONE")]).toEqual([0, 1, 2, 2]);
  });

  it("tells through whom all lines pass", () => {
    expect(laid.boxes.filter((box) => box.isBottleneck).map((box) => box.id)).toEqual(["diary"]);
  });

  it("draws each way from the edge of one box to the edge of the other", () => {
    const way = laid.ways.find((each) => each.from === "diary" && each.to === "HERALD") ?? expect.fail();
    const [from, to] = [at("diary"), at("HERALD")];
    expect(way.path.startsWith(`M${from.x + BOX.width} `)).toBe(true);
    expect(way.path).toMatch(new RegExp(`\\b${to.x} ${to.y + BOX.height / 2}$|H${to.x}$`));
  });
});

describe("folding", () => {
  const copies = Array.from({ length: 14 }, (_, nth) => `COPY${nth}`);
  const page = makePage(["wire", "FIRST", ...copies], [["wire", "FIRST"], ...copies.map((id): Told => ["FIRST", id, "wording"])]);

  it("draws many documents with the same words as one box", () => {
    const { boxes, ways } = drawProvenance(page);
    const fold = boxes.find((box) => box.vertices.length > 1) ?? expect.fail();
    expect(fold.vertices.map((vertex) => vertex.id)).toEqual(copies);
    expect([fold.first, fold.last]).toEqual(["2025-12-02", "2025-12-15"]);
    expect(ways.filter((way) => way.to === fold.id).map((way) => way.steps.length)).toEqual([14]);
  });

  it("draws them one by one once it is opened", () => {
    const fold = drawProvenance(page).boxes.find((box) => box.vertices.length > 1)?.fold ?? expect.fail();
    const { boxes, opened } = drawProvenance(page, new Set([fold]));
    expect(boxes).toHaveLength(16);
    expect(opened.get(fold)).toBe(14);
  });

  it("keeps those apart that stand otherwise, are few, or are themselves taken over", () => {
    const denying = makePage(["wire", ...copies], copies.map((id): Told => ["wire", id]), { COPY3: "denies" });
    expect(drawProvenance(denying).boxes.map((box) => box.vertices.length).sort()).toEqual([1, 1, 13]);
    const few = copies.slice(0, FOLDED_FROM - 1);
    expect(drawProvenance(makePage(["wire", ...few], few.map((id): Told => ["wire", id]))).boxes).toHaveLength(FOLDED_FROM);
    const taken = makePage(["wire", ...copies], [...copies.map((id): Told => ["wire", id]), ["COPY0", "COPY1", "wording"]]);
    expect(drawProvenance(taken).boxes.map((box) => box.vertices.length).sort()).toEqual([1, 1, 1, 12]);
  });

  it("draws sources of one name as one", () => {
    const { boxes, ways } = drawProvenance(makePage(["officers", "officers~2", "ONE", "TWO"], [["officers", "ONE"], ["officers~2", "TWO"]]));
    expect(boxes.map((box) => box.vertices.length)).toEqual([2, 1, 1]);
    expect(new Set(ways.map((way) => way.from)).size).toBe(1);
  });

  it("leaves to the table what finds no room, and counts it", () => {
    const many = Array.from({ length: MOST_BOXES + 5 }, (_, nth) => `D${nth}`);
    const page = makePage([...many.map((_, nth) => `s${nth}`), ...many], many.map((id, nth): Told => [`s${nth}`, id]));
    const drawing = drawProvenance(page);
    expect(drawing.boxes).toHaveLength(MOST_BOXES);
    expect(drawing.boxes.reduce((sum, box) => sum + box.vertices.length, 0) + drawing.leftOut).toBe(page.event.vertices.length);
  });
});

describe("whatever the steps", () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))("no box lies on another, and words go on in time (%i)", (seed) => {
    const page = makeTangle(seed);
    const drawing = drawProvenance(page);
    const laid = layOut(drawing);
    expect(laid.boxes.flatMap((box) => box.vertices)).toHaveLength(page.event.vertices.length);
    expectApart(laid);
    const byId = new Map(laid.boxes.map((box) => [box.id, box]));
    for (const way of laid.ways) {
      const [from, to] = [byId.get(way.from), byId.get(way.to)];
      expect((to?.x ?? 0) - (from?.x ?? 0)).toBeGreaterThanOrEqual(BOX.width);
    }
    expect(laid.ways.length + laid.leftOut.length).toBe(drawing.ways.length);
    expect(new Set(laid.boxes.map((box) => `${box.column} ${box.x}`)).size).toBe(new Set(laid.boxes.map((box) => box.column)).size);
  });

  it("draws nothing of an event without any vertex", () => {
    expect(layOut(drawProvenance(makePage([], [])))).toMatchObject({ width: 0, boxes: [], ways: [] });
  });
});
