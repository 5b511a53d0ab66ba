import type { Place } from "../../model/place.ts";
import type { Coverage } from "../../model/suppression.ts";
import type { TableAccess } from "../../model/table-access.ts";

/** Whether what a note covers in the file at `path` holds an access: its table, or where its statement begins. */
export function isCovered(access: TableAccess, path: string, covers: Coverage): boolean {
  return anchorsOf(access).some((place) => place.path === path && (covers === "file" || covers.some(({ start, end }) => place.span.start >= start && place.span.start < end)));
}

function anchorsOf({ place, statementPlace }: TableAccess): readonly Place[] {
  return statementPlace ? [place, statementPlace] : [place];
}
