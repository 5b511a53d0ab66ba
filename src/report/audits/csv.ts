import type { Audit, ForeignChanges } from "../../model/audit.ts";
import type { Place } from "../../model/place.ts";
import { csvTable } from "../csv-cell.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import type { AuditReporter, ReportContext } from "../reporter.ts";

/** For spreadsheets: one table whose first column says what a row tells, for filters and pivots. */
export const csv: AuditReporter = { name: "csv", description: "for spreadsheets and pivot tables: a row a cell of the matrix, and a row a place", render };

const COLUMNS = ["section", "service", "table", "owner", "operation", "reads", "writes", "foreign", "indirect", "api", "call", "url", "path", "line", "column", "detail"] as const;

type Row = Partial<Readonly<Record<(typeof COLUMNS)[number], string | number | undefined>>>;

function render(audit: Audit, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const sections: readonly (readonly Row[])[] = [
    audit.matrix.flatMap(({ table, owner, cells }) =>
      cells.flatMap((cell, index): Row[] => (cell.reads + cell.writes + cell.indirect > 0 ? [{ section: "matrix", service: audit.services[index], table, owner, ...cell }] : [])),
    ),
    changeRows("movable", audit.movable, ranges),
    changeRows("waiting", audit.waiting, ranges),
    audit.excused.flatMap((change) => changeRows("excused", [change], ranges).map((row) => ({ ...row, detail: change.reason }))),
    changeRows("schema-change", audit.schemaChanges, ranges),
    audit.indirect.map(({ chain, place, ...each }) => ({ section: "indirect", ...each, ...at(place, ranges), detail: chain.join(" -> ") })),
    audit.copies.map(({ message, place, ...each }) => ({ section: "copy", ...each, ...at(place, ranges), detail: message })),
    audit.foreignKeys.map(({ table, columns, owner, references, referencesOwner, onDelete, onUpdate, place }) => ({
      section: "foreign-key",
      table,
      owner,
      ...at(place, ranges),
      detail: [`(${columns.join(", ")}) references ${references} of ${referencesOwner}`, onDelete && `on delete ${onDelete}`, onUpdate && `on update ${onUpdate}`].filter((part) => part !== undefined).join(" "),
    })),
    audit.unresolved.map(({ service, operation, reason, place }) => ({ section: "unresolved", service, operation, ...at(place, ranges), detail: reason })),
    audit.problems.map(({ path, span, message }) => ({ section: "not read", path, ...(span ? at({ path, span }, ranges) : {}), detail: message })),
  ];
  return csvTable(COLUMNS, sections.flatMap((rows) => rows.slice(0, context.maxDiagnostics)));
}

function changeRows(section: string, changes: readonly ForeignChanges[], ranges: RangeFinder): readonly Row[] {
  return changes.flatMap(({ service, owner, table, operation, api, places }) =>
    places.map((place) => ({ section, service, owner, table, operation, api: api?.name, call: api?.call, url: api?.url, ...at(place, ranges) })),
  );
}

function at(place: Place, ranges: RangeFinder): Row {
  return { path: place.path, ...ranges.rangeOf(place).start };
}
