import type { Audit, ForeignChanges } from "../../model/audit.ts";
import type { Place } from "../../model/place.ts";
import { problemObject } from "../findings/json.ts";
import { createRangeFinder } from "../line-index.ts";
import { printableJson } from "../printable.ts";
import type { AuditReporter, ReportContext } from "../reporter.ts";

/** For programs; `dist/report.schema.json` describes it. */
export const json: AuditReporter = { name: "json", description: "for programs: everything, as report.schema.json describes it", render };

function render(audit: Audit, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const at = (place: Place): object => ({ path: place.path, range: ranges.rangeOf(place) });
  const some = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, context.maxDiagnostics);
  const changes = ({ service, owner, table, operation, api, places }: ForeignChanges): object => ({
    service,
    owner: owner ?? null,
    table,
    operation,
    api: api ? { name: api.name, call: api.call ?? null, url: api.url ?? null } : null,
    places: places.map(at),
  });
  const document = {
    schemaVersion: 1,
    tool: { name: "cross-write-check", version: context.toolVersion },
    services: audit.services.filter((name) => name !== ""),
    matrix: some(audit.matrix).map(({ table, owner, cells }) => ({
      table,
      owner: owner ?? null,
      cells: cells.flatMap((cell, index) => (cell.reads + cell.writes + cell.indirect > 0 ? [{ service: audit.services[index] || null, ...cell }] : [])),
    })),
    hotSpots: { tables: some(audit.hotSpots.tables), services: some(audit.hotSpots.services), files: some(audit.hotSpots.files) },
    movable: some(audit.movable).map(changes),
    waiting: some(audit.waiting).map(changes),
    excused: some(audit.excused).map((each) => ({ ...changes(each), reason: each.reason, until: each.until ?? null })),
    schemaChanges: some(audit.schemaChanges).map(changes),
    indirect: some(audit.indirect).map(({ place, owner, ...each }) => ({ ...each, owner: owner ?? null, ...at(place) })),
    copies: some(audit.copies).map(({ place, owner, ...each }) => ({ ...each, owner: owner ?? null, ...at(place) })),
    foreignKeys: some(audit.foreignKeys).map(({ place, owner, onDelete, onUpdate, ...each }) => ({ ...each, owner: owner ?? null, onDelete: onDelete ?? null, onUpdate: onUpdate ?? null, ...at(place) })),
    unresolved: some(audit.unresolved).map(({ place, service, ...each }) => ({ ...each, service: service || null, ...at(place) })),
    problems: audit.problems.map((problem) => problemObject(problem, ranges)),
    summary: audit.summary,
  };
  return `${printableJson(document)}\n`;
}
