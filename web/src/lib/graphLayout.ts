/** Where the boxes of the provenance graph stand: origins left, relays, documents, and copies right of what they copy. */
import { graphlib, layout } from "@dagrejs/dagre";
import { compareDays, type GraphBox, type GraphWay, type ProvenanceDrawing } from "./graph";

export const BOX = { width: 184, height: 46 } as const;
const GAP = { x: 50, y: 12 } as const;
/** Pixels around all, and between two ways that join the same boxes. */
const MARGIN = 6;
const BESIDE = 7;
const HEAD = { x: 7, y: 4 } as const;
/** Binds what nothing leads to, so that each column is one for the whole drawing. It is not drawn. */
const ROOT = "\0root";

export interface PlacedBox extends GraphBox {
  x: number;
  y: number;
  column: number;
}

export interface PlacedWay extends GraphWay {
  /** An SVG path from the right edge of the one box to the left edge of the other. */
  path: string;
  /** Its head, as a path; empty where nothing is said of who had it from whom. */
  head: string;
}

export interface GraphLayout {
  width: number;
  height: number;
  boxes: readonly PlacedBox[];
  ways: readonly PlacedWay[];
  /** Ways that lead back to where they came from: in the table alone. */
  leftOut: readonly GraphWay[];
}

export function layOut(drawing: ProvenanceDrawing): GraphLayout {
  const { onward, back } = partWays(drawing);
  if (!drawing.boxes.length) return { width: 0, height: 0, boxes: [], ways: [], leftOut: back };
  const columns = chooseColumns(drawing.boxes, onward);
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: GAP.y, ranksep: GAP.x, edgesep: GAP.y });
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setNode(ROOT, { width: 1, height: 1 });
  for (const box of drawing.boxes) graph.setNode(box.id, { ...BOX });
  const arrived = new Set(onward.map((way) => way.to));
  const columnOf = (id: string): number => columns.get(id) ?? 0;
  for (const box of drawing.boxes) {
    if (!arrived.has(box.id)) graph.setEdge(ROOT, box.id, { minlen: columnOf(box.id) + 1, weight: 1 });
  }
  // Each way is exactly as long as its columns are apart, so that no shorter drawing moves a box to another column.
  for (const way of onward) graph.setEdge(way.from, way.to, { minlen: columnOf(way.to) - columnOf(way.from), weight: 2 });
  layout(graph);
  const shift = findShift(drawing.boxes, graph);
  const boxes = orderByDay(place(drawing.boxes, columns, graph, shift), onward);
  return { ...frame(boxes), boxes, ways: routeWays(onward, boxes, graph, shift), leftOut: back };
}

/** A way that closes a circle leads back: sources may be said to have it from each other. */
function partWays({ boxes, ways }: ProvenanceDrawing): { onward: GraphWay[]; back: GraphWay[] } {
  const leaving = new Map<string, GraphWay[]>();
  for (const way of ways) leaving.set(way.from, [...(leaving.get(way.from) ?? []), way]);
  const back = new Set<GraphWay>();
  const state = new Map<string, "open" | "done">();
  const visit = (id: string): void => {
    state.set(id, "open");
    for (const way of leaving.get(id) ?? []) {
      if (state.get(way.to) === "open") back.add(way);
      else if (!state.has(way.to)) visit(way.to);
    }
    state.set(id, "done");
  };
  for (const box of boxes) if (!state.has(box.id)) visit(box.id);
  return { onward: ways.filter((way) => !back.has(way)), back: [...back] };
}

/** How far right each box stands: behind all from which it has its words; documents behind all sources that are origins. */
function chooseColumns(boxes: readonly GraphBox[], ways: readonly GraphWay[]): Map<string, number> {
  const arriving = new Map<string, string[]>();
  for (const way of ways) arriving.set(way.to, [...(arriving.get(way.to) ?? []), way.from]);
  const isDocument = new Map(boxes.map((box) => [box.id, box.isDocument]));
  const measure = (least: number): Map<string, number> => {
    const found = new Map<string, number>();
    const depth = (id: string): number => {
      const known = found.get(id);
      if (known !== undefined) return known;
      const behind = Math.max(-1, ...(arriving.get(id) ?? []).map(depth)) + 1;
      const column = isDocument.get(id) ? Math.max(least, behind) : behind;
      found.set(id, column);
      return column;
    };
    for (const box of boxes) depth(box.id);
    return found;
  };
  const rests = restOnDocuments(boxes, arriving, isDocument);
  const depths = measure(0);
  const origins = boxes.filter((box) => !box.isDocument && !rests.has(box.id)).map((box) => (depths.get(box.id) ?? 0) + 1);
  return measure(Math.max(0, ...origins));
}

/** Those that have their words from a document, however far back. */
function restOnDocuments(
  boxes: readonly GraphBox[], arriving: ReadonlyMap<string, string[]>, isDocument: ReadonlyMap<string, boolean>,
): Set<string> {
  const found = new Map<string, boolean>();
  const rests = (id: string): boolean => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const does = (arriving.get(id) ?? []).some((from) => isDocument.get(from) || rests(from));
    found.set(id, does);
    return does;
  };
  return new Set(boxes.map((box) => box.id).filter(rests));
}

interface Shift {
  x: number;
  y: number;
}

/** What takes the layout's middles to corners that begin at the margin: the root had room, too. */
function findShift(boxes: readonly GraphBox[], graph: graphlib.Graph): Shift {
  const middles = boxes.map((box) => graph.node(box.id) as Shift);
  return {
    x: MARGIN + BOX.width / 2 - Math.min(...middles.map((each) => each.x)),
    y: MARGIN + BOX.height / 2 - Math.min(...middles.map((each) => each.y)),
  };
}

function place(
  boxes: readonly GraphBox[], columns: ReadonlyMap<string, number>, graph: graphlib.Graph, shift: Shift,
): PlacedBox[] {
  return boxes.map((box) => {
    const { x, y } = graph.node(box.id) as Shift;
    const [left, top] = [x + shift.x - BOX.width / 2, y + shift.y - BOX.height / 2];
    return { ...box, x: left, y: top, column: columns.get(box.id) ?? 0 };
  });
}

/** Boxes to which the same ways lead, and from which none does, may change places: the earlier stands above. */
function orderByDay(boxes: readonly PlacedBox[], ways: readonly GraphWay[]): PlacedBox[] {
  const leaving = new Set(ways.map((way) => way.from));
  const equals = new Map<string, PlacedBox[]>();
  for (const box of boxes) {
    const from = ways.filter((way) => way.to === box.id).map((way) => [way.from, way.kind]).sort();
    const key = JSON.stringify(leaving.has(box.id) ? [box.id] : [box.column, box.isDocument, from]);
    equals.set(key, [...(equals.get(key) ?? []), box]);
  }
  return [...equals.values()].flatMap((group) => {
    const tops = group.map((box) => box.y).sort((one, other) => one - other);
    return [...group].sort(compareDays).map((box, index) => ({ ...box, y: tops[index] ?? box.y }));
  });
}

function frame(boxes: readonly PlacedBox[]): { width: number; height: number } {
  return {
    width: Math.max(0, ...boxes.map((box) => box.x + BOX.width)) + MARGIN,
    height: Math.max(0, ...boxes.map((box) => box.y + BOX.height)) + MARGIN,
  };
}

function routeWays(
  ways: readonly GraphWay[], boxes: readonly PlacedBox[], graph: graphlib.Graph, shift: Shift,
): PlacedWay[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const lefts = new Map(boxes.map((box) => [box.column, box.x]));
  const beside = new Map<string, number>();
  return ways.flatMap((way) => {
    const [from, to] = [byId.get(way.from), byId.get(way.to)];
    if (!from || !to) return [];
    const pair = JSON.stringify([way.from, way.to]);
    const nth = beside.get(pair) ?? 0;
    beside.set(pair, nth + 1);
    const bends = (graph.edge(way.from, way.to) as { points: Shift[] }).points.map((each) => ({ x: each.x + shift.x, y: each.y + shift.y }));
    const points = passBetween(from, to, lefts, bends).map(([x, y]) => [x, y + nth * BESIDE] as const);
    return [{ ...way, path: bend(points), head: way.kind === "wording" ? "" : pointAt(points.at(-1) ?? [0, 0]) }];
  });
}

/** From edge to edge, straight through the columns between them, where the layout kept a gap. */
function passBetween(
  from: PlacedBox, to: PlacedBox, lefts: ReadonlyMap<number, number>, bends: readonly Shift[],
): [number, number][] {
  const route: [number, number][] = [[from.x + BOX.width, from.y + BOX.height / 2]];
  for (let column = from.column + 1; column < to.column; column += 1) {
    const left = lefts.get(column);
    const at = bends.find((each) => left !== undefined && Math.abs(each.x - left - BOX.width / 2) < 1);
    if (left !== undefined && at) route.push([left, at.y], [left + BOX.width, at.y]);
  }
  return [...route, [to.x, to.y + BOX.height / 2]];
}

function pointAt([x, y]: readonly [number, number]): string {
  return `M${x - HEAD.x} ${y - HEAD.y}L${x} ${y}L${x - HEAD.x} ${y + HEAD.y}`;
}

/** Level where it leaves and arrives. */
function bend(points: readonly (readonly [number, number])[]): string {
  const say = (number: number): string => String(Math.round(number * 10) / 10);
  const [[x, y] = [0, 0], ...rest] = points;
  let path = `M${say(x)} ${say(y)}`;
  let [lastX, lastY] = [x, y];
  for (const [nextX, nextY] of rest) {
    const half = say((lastX + nextX) / 2);
    path += lastY === nextY ? `H${say(nextX)}` : `C${half} ${say(lastY)} ${half} ${say(nextY)} ${say(nextX)} ${say(nextY)}`;
    [lastX, lastY] = [nextX, nextY];
  }
  return path;
}
