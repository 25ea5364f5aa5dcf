/** Who had it from whom: the sources and documents of an event as the boxes and ways that are drawn of them. */
import type { EventPageShape, Stance, StepKind, StepShape, VertexShape } from "./shapes";

/** So many documents that stand on the same word in the same way are one box, until somebody opens it. */
export const FOLDED_FROM = 4;
/** Boxes that are drawn; the table holds all. */
export const MOST_BOXES = 80;
/** Days of publication tell nothing of an undated document: it stands behind those that are dated. */
const UNDATED = "9999";

/** A source, a document, or several documents in one. */
export interface GraphBox {
  id: string;
  vertices: readonly VertexShape[];
  isDocument: boolean;
  side: string | null;
  /** Do all lines of a stance pass through it? */
  isBottleneck: boolean;
  stances: readonly Stance[];
  first: string | null;
  last: string | null;
  /** Which fold holds its documents, also while it is open; null where there is nothing to fold. */
  fold: string | null;
}

/** All steps of one kind between two boxes. */
export interface GraphWay {
  from: string;
  to: string;
  kind: StepKind;
  steps: readonly StepShape[];
}

export interface ProvenanceDrawing {
  boxes: readonly GraphBox[];
  ways: readonly GraphWay[];
  /** Folds that are open, each with how many documents it holds. */
  opened: ReadonlyMap<string, number>;
  /** Vertices that found no room: they are in the table alone. */
  leftOut: number;
}

export function drawProvenance(page: EventPageShape, opened: ReadonlySet<string> = new Set()): ProvenanceDrawing {
  const groups = groupVertices(page);
  const boxes: GraphBox[] = [];
  const open = new Map<string, number>();
  for (const group of groups) {
    const fold = group.length >= FOLDED_FROM && group[0]?.is_document ? `fold ${group[0].id}` : null;
    const isOpen = fold !== null && opened.has(fold);
    if (isOpen) open.set(fold, group.length);
    const parts = isOpen || (fold === null && group[0]?.is_document) ? group.map((vertex) => [vertex]) : [group];
    for (const part of parts) boxes.push(makeBox(part, page, fold));
  }
  boxes.sort((one, other) => Number(one.isDocument) - Number(other.isDocument) || compareDays(one, other));
  const drawn = boxes.slice(0, MOST_BOXES);
  const leftOut = boxes.slice(MOST_BOXES).reduce((sum, box) => sum + box.vertices.length, 0);
  return { boxes: drawn, ways: joinSteps(page.event.steps, drawn), opened: open, leftOut };
}

/** Earlier ones first. */
export function compareDays(one: GraphBox, other: GraphBox): number {
  const [left, right] = [one.first ?? UNDATED, other.first ?? UNDATED];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Vertices that may be one box: sources of one name and side, and documents that stand on the same word alike.
 *
 * The least number of lines takes sources that cannot be told apart for one, too.
 */
function groupVertices(page: EventPageShape): VertexShape[][] {
  const { vertices, steps } = page.event;
  const alias = new Map(vertices.map((vertex) => [vertex.id, vertex.is_document ? vertex.id : nameKey(vertex)]));
  const leaving = new Set(steps.map((step) => step.start));
  const arriving = new Map<string, Set<string>>();
  for (const step of steps) {
    const ways = arriving.get(step.end) ?? new Set<string>();
    arriving.set(step.end, ways.add(JSON.stringify([alias.get(step.start) ?? step.start, step.kind])));
  }
  const alike = new Map<string, VertexShape[]>();
  for (const vertex of vertices) {
    const stands = [...(arriving.get(vertex.id) ?? [])].sort();
    const key = !vertex.is_document
      ? nameKey(vertex)
      : JSON.stringify(leaving.has(vertex.id) ? ["itself", vertex.id] : ["on", stands, stancesOf(page, [vertex])]);
    alike.set(key, [...(alike.get(key) ?? []), vertex]);
  }
  return [...alike.values()];
}

function nameKey(vertex: VertexShape): string {
  return JSON.stringify(["source", vertex.name, vertex.side]);
}

function makeBox(vertices: readonly VertexShape[], page: EventPageShape, fold: string | null): GraphBox {
  const one = vertices[0];
  if (!one) throw new Error("a box holds at least one vertex");
  const days = vertices.flatMap((vertex) => page.documents[vertex.id]?.published ?? []).sort();
  const { affirms, denies } = page.event.independent;
  const through = new Set([...affirms.bottleneck, ...denies.bottleneck]);
  return {
    id: one.id,
    vertices,
    isDocument: one.is_document,
    side: one.side,
    isBottleneck: !one.is_document && vertices.some((vertex) => through.has(vertex.name)),
    stances: one.is_document ? stancesOf(page, vertices) : [],
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    fold,
  };
}

function stancesOf(page: EventPageShape, vertices: readonly VertexShape[]): Stance[] {
  const ids = new Set(vertices.map((vertex) => vertex.id));
  const found = page.event.claims.filter((claim) => ids.has(claim.document)).map((claim) => claim.stance);
  return [...new Set(found)].sort();
}

/** A step from what no box stands for has nowhere to begin, and is told in the table. */
function joinSteps(steps: readonly StepShape[], boxes: readonly GraphBox[]): GraphWay[] {
  const standsIn = new Map(boxes.flatMap((box) => box.vertices.map((vertex) => [vertex.id, box.id] as const)));
  const ways = new Map<string, { from: string; to: string; kind: StepKind; steps: StepShape[] }>();
  for (const step of steps) {
    const [from, to] = [standsIn.get(step.start), standsIn.get(step.end)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = JSON.stringify([from, to, step.kind]);
    const way = ways.get(key) ?? { from, to, kind: step.kind, steps: [] };
    way.steps.push(step);
    ways.set(key, way);
  }
  return [...ways.values()];
}
