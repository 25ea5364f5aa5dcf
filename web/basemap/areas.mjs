// Which country a province belongs to, in each point of view, and which parts are cut out of provinces.

/** `row` and `parties` are empty where nothing is disputed. */
export const belongingOf = (row) => ({ un: row.un, ne: row.ne, row: row.id, parties: row.parties.join(",") });

/** Rules made of the table: what a province is, by Natural Earth's code of it. */
export function judge(table) {
  const byCode = new Map();
  for (const row of table.rows) for (const code of row.adm1 ?? []) byCode.set(code, belongingOf(row));
  return ({ adm1_code: code, iso_3166_2: iso, iso_a2: country }) => {
    if (byCode.has(code)) return byCode.get(code);
    const own = table.codes[code] ?? (/^[A-Z]{2}-/.test(iso) ? iso.slice(0, 2) : country);
    if (!/^([A-Z]{2}|x-[a-z-]+)$/.test(own)) throw new Error(`of which country is ${code} (${iso})? Say so in points-of-view.json`);
    const row = table.rows.find((each) => each.prefix === own);
    return row ? belongingOf(row) : { un: own, ne: own, row: "", parties: "" };
  };
}

/** The provinces as features with nothing but what the map needs. */
export function readProvinces(collection, table) {
  const belongs = judge(table);
  return collection.features.map(({ geometry, properties }) => ({
    type: "Feature",
    geometry,
    properties: { code: properties.adm1_code, name: nameOf(properties, table.provinces), ...belongs(properties) },
  }));
}

function nameOf({ name_en: english, name, type_en: type }, ours) {
  if (/^(UNDOF|Antarctica)$/.test(name ?? "") || type === "Country") return "";
  const told = english || name || "";
  return ours[told] ?? told;
}

/** Is the province one of those that a row cuts a part out of? */
export function isCut({ code }, cut) {
  return cut.of.some((each) => code === each || code.startsWith(`${each}-`));
}

/** The ring within which the part lies. */
export function ringOf(cut, lines) {
  if (cut.ring) return cut.ring;
  const pieces = lines.features
    .filter(({ properties }) => properties.claim === cut.line && properties.in === cut.in)
    .flatMap(({ geometry }) => geometry.coordinates);
  const chains = joinEnds(pieces);
  const line = chains.sort((left, right) => distance(left, cut.near) - distance(right, cut.near) || right.length - left.length)[0];
  // The far points follow the end of the line; which end that is, the nearer one says.
  if (apart(line.at(-1), cut.beyond[0]) > apart(line[0], cut.beyond[0])) line.reverse();
  return [...line, ...cut.beyond, line[0]];
}

const apart = ([x, y], [u, v]) => Math.hypot(x - u, y - v);
const distance = (line, point) => (point ? Math.min(...line.map((each) => apart(each, point))) : 0);

/** Lines that end where others begin, as one. */
export function joinEnds(pieces) {
  const open = pieces.map((each) => [...each]);
  const done = [];
  while (open.length) {
    let line = open.pop();
    for (let at = 0; at < open.length; ) {
      const next = open[at];
      const joined = join(line, next);
      if (!joined) { at += 1; continue; }
      line = joined;
      open.splice(at, 1);
      at = 0;
    }
    done.push(line);
  }
  return done;
}

function join(line, next) {
  const same = (left, right) => apart(left, right) < 0.0015;
  if (same(line.at(-1), next[0])) return [...line, ...next.slice(1)];
  if (same(line.at(-1), next.at(-1))) return [...line, ...next.toReversed().slice(1)];
  if (same(line[0], next.at(-1))) return [...next, ...line.slice(1)];
  if (same(line[0], next[0])) return [...next.toReversed(), ...line.slice(1)];
  return null;
}
