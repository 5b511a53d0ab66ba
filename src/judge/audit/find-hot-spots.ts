import type { Audit, HotSpot } from "../../model/audit.ts";
import { compareTexts } from "../../model/compare-texts.ts";
import type { Finding } from "../../model/finding.ts";

/** Where foreign changes crowd: the tables, the services and the files, those with most first. */
export function findHotSpots(changes: readonly Finding[]): Audit["hotSpots"] {
  const table = (finding: Finding): string => finding.table ?? "";
  const service = (finding: Finding): string => finding.service ?? "";
  return { tables: count(changes, table, service), services: count(changes, service, table), files: count(changes, ({ place }) => place.path, table) };
}

function count(changes: readonly Finding[], nameOf: (finding: Finding) => string, besideOf: (finding: Finding) => string): readonly HotSpot[] {
  const spots = new Map<string, { changes: number; readonly besides: Set<string> }>();
  for (const finding of changes) {
    const spot = spots.get(nameOf(finding)) ?? { changes: 0, besides: new Set() };
    spots.set(nameOf(finding), spot);
    spot.changes += 1;
    spot.besides.add(besideOf(finding));
  }
  return [...spots]
    .map(([name, { changes: number, besides }]): HotSpot => ({ name, changes: number, besides: [...besides].sort(compareTexts) }))
    .sort((a, b) => b.changes - a.changes || compareTexts(a.name, b.name));
}
