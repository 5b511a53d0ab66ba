import type { Operation } from "../../model/sql-statement.ts";
import type { RowEvent } from "./effect-schema.ts";

export interface RowChange {
  readonly event: RowEvent;
  /** Its triggers do not fire: a row that a conflict takes away. */
  readonly quiet: boolean;
  /** Changed columns of an update; undefined for any. */
  readonly columns: readonly string[] | undefined;
}

export interface ReplaceFacts {
  /** Rows taken away by a conflict fire DELETE triggers. */
  readonly fires: boolean;
  /** The table says itself that conflicts replace. */
  readonly byTable: boolean;
}

/** What an operation does to rows, by its statement where the operation alone does not say. */
export function rowEventsOf(operation: Operation, columns: readonly string[] | undefined, statement: string, replace: ReplaceFacts): readonly RowChange[] {
  const replaced: readonly RowChange[] = [{ event: "delete", quiet: !replace.fires, columns: undefined }];
  const byTable = replace.byTable ? replaced : [];
  switch (operation) {
    case "insert":
      return [change("insert"), ...byTable];
    case "upsert":
      return [change("insert"), { ...change("update"), columns: assignedOnConflict(statement) }, ...byTable];
    case "update":
      return [{ ...change("update"), columns }, ...(replace.byTable || /^\s*update\s+or\s+replace\b/i.test(statement) ? replaced : [])];
    case "replace":
      return [change("insert"), ...replaced];
    case "delete":
    case "truncate":
      return [change(operation)];
    case "merge":
      return MERGED.flatMap(([event, words]) => (words.test(statement) ? [change(event)] : []));
    case "write":
      return [change("insert"), change("update"), change("delete")];
    default:
      return [];
  }
}

const MERGED: readonly (readonly [RowEvent, RegExp])[] = [
  ["insert", /\bthen\s+insert\b/i],
  ["update", /\bthen\s+update\b/i],
  ["delete", /\bthen\s+delete\b/i],
];

function change(event: RowEvent): RowChange {
  return { event, quiet: false, columns: undefined };
}

/** The columns behind DO UPDATE SET or ON DUPLICATE KEY UPDATE, in small letters. */
function assignedOnConflict(statement: string): readonly string[] | undefined {
  const [, assignments] = /\b(?:do\s+update\s+set|on\s+duplicate\s+key\s+update)\b([\s\S]*)$/i.exec(statement) ?? [];
  if (assignments === undefined || /^\s*\(/.test(assignments)) return undefined;
  return [...assignments.matchAll(/(?:^|,)\s*(?:\w+\.)?["`[]?(\w+)["`\]]?\s*=/g)].map(([, column]) => column!.toLowerCase());
}
