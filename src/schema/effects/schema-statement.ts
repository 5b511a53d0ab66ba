import type { Place } from "../../model/place.ts";
import type { StatementAccess } from "../../model/sql-statement.ts";
import type { BodyWrite, EffectSchema } from "./effect-schema.ts";
import type { ScriptStatement } from "./split-script.ts";

/** A script of the project with what the SQL reader found in it; spans are offsets in `text`. */
export interface SchemaScript {
  readonly text: string;
  readonly accesses: readonly StatementAccess[];
  /** Where an offset of the text stands. */
  placeAt(offset: number): Place;
}

/** A statement that creates, changes or drops something, and the schema that it changes. */
export interface SchemaStatement {
  readonly schema: EffectSchema;
  readonly script: SchemaScript;
  readonly statement: ScriptStatement;
  /** What it is about: `table`, `view`, `trigger`. */
  readonly object: string;
  /** The index of the token that names it. */
  readonly at: number;
}

/** The writes in the body that a statement holds. */
export function writesIn({ accesses, placeAt }: SchemaScript, statement: ScriptStatement): readonly BodyWrite[] {
  return accesses.flatMap(({ operation, table, columns, inBody, span, temporary }) => {
    if (!table || !inBody || temporary || operation === "read" || !isIn(span.start, statement)) return [];
    return [{ operation, table, columns: columns?.map((column) => column.toLowerCase()), place: placeAt(span.start) }];
  });
}

export function isIn(offset: number, { start, end }: ScriptStatement): boolean {
  return offset >= start && offset < end;
}

/** Takes facts out of a list. */
export function removeFrom<Fact>(facts: Fact[], goes: (fact: Fact) => boolean): void {
  const stays = facts.filter((fact) => !goes(fact));
  facts.splice(0, facts.length, ...stays);
}
