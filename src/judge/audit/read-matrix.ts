import type { MatrixCell, MatrixRow } from "../../model/audit.ts";
import { compareTexts } from "../../model/compare-texts.ts";
import type { ResolvedAccess } from "../../model/finding.ts";
import type { OwnershipBook } from "../../model/ownership.ts";
import { serviceOwning, SHARED } from "./service-owning.ts";
import { shownTable } from "./shown-table.ts";

/** How often each service reads and writes each table; tables of a session, views and what ownership.yaml ignores are left out. */
export function readMatrix(accesses: readonly ResolvedAccess[], services: readonly string[], book: OwnershipBook): readonly MatrixRow[] {
  const rows = new Map<string, RowDraft>();
  const views = new Set(accesses.flatMap(({ access: { operation, table } }) => (operation === "create-view" && table ? [shownTable(table).toLowerCase()] : [])));
  for (const resolved of accesses) {
    const { access, service, standing } = resolved;
    if (!access.table || access.temporary || standing.kind === "ignored" || views.has(shownTable(access.table).toLowerCase())) continue;
    const [table, owner] = [shownTable(access.table), ownerOf(resolved, book)];
    const key = JSON.stringify([table.toLowerCase(), owner]);
    const row = rows.get(key) ?? { table, owner, cells: new Map<string, MatrixCell>() };
    rows.set(key, row);
    const name = service?.name ?? "";
    row.cells.set(name, counted(row.cells.get(name) ?? EMPTY, resolved));
  }
  const matrix = [...rows.values()].map(({ table, owner, cells }): MatrixRow => ({ table, owner, cells: services.map((name) => cells.get(name) ?? EMPTY) }));
  return matrix.sort((a, b) => Number(isCrossed(b)) - Number(isCrossed(a)) || compareTexts(a.table, b.table) || compareTexts(a.owner ?? "", b.owner ?? ""));
}

interface RowDraft {
  readonly table: string;
  readonly owner: string | undefined;
  readonly cells: Map<string, MatrixCell>;
}

const EMPTY: MatrixCell = { reads: 0, writes: 0, foreign: 0, indirect: 0 };

function counted(cell: MatrixCell, { access, service, standing }: ResolvedAccess): MatrixCell {
  if (access.operation === "read") return { ...cell, reads: cell.reads + 1 };
  const isForeign = service !== undefined && (standing.kind === "foreign" || (standing.kind === "ambiguous" && !standing.owners.includes(service)));
  if (access.chain && isForeign) return { ...cell, indirect: cell.indirect + 1 };
  return { ...cell, writes: cell.writes + 1, foreign: cell.foreign + (isForeign ? 1 : 0) };
}

function isCrossed({ cells }: MatrixRow): boolean {
  return cells.some(({ foreign, indirect }) => foreign + indirect > 0);
}

function ownerOf({ access: { table, dialect }, service, standing }: ResolvedAccess, book: OwnershipBook): string | undefined {
  switch (standing.kind) {
    case "own":
      return service?.name;
    case "foreign":
      return standing.owner.name;
    case "shared":
      return SHARED;
    case "excused":
    case "ambiguous":
    case "unowned":
    case "ignored":
    case "unresolved":
      return table && serviceOwning(table, dialect, service, book);
  }
}
