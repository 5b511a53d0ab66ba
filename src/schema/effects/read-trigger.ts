import type { TableName } from "../../model/sql-statement.ts";
import { calledNames } from "./called-names.ts";
import { type BodyWrite, type RowEvent, tableKey, type TriggerFact } from "./effect-schema.ts";
import { isIn, removeFrom, type SchemaStatement, writesIn } from "./schema-statement.ts";
import type { ScriptToken } from "./split-script.ts";
import { findWord, nameAt } from "./token-cursor.ts";

/** What CREATE TRIGGER or CREATE RULE adds to a schema. */
export function readTrigger({ schema, script, statement, at }: SchemaStatement, kind: "trigger" | "rule"): void {
  const { tokens } = statement;
  const on = script.accesses.find(({ operation, span }) => operation === "create-trigger" && isIn(span.start, statement));
  const named = nameAt(tokens, at);
  if (!on?.table || !named) return;
  const home = named.name.schema;
  const tableToken = tokens.findIndex(({ start }) => start >= on.span.start);
  const head = headOf(tokens, named.next, tableToken);
  const of = head.findIndex(({ word }, index) => word === "of" && head[index - 1]?.word === "update");
  const key = tableKey(inHome(on.table, home));
  const name = named.name.name;
  removeFrom(schema.triggers, (other) => other.name.toLowerCase() === name.toLowerCase() && other.table === key);
  const trigger: TriggerFact = {
    kind,
    name,
    table: key,
    events: new Set(head.flatMap(({ word }): RowEvent[] => (isEvent(word) ? [word] : []))),
    columns: of < 0 ? undefined : columnsBehind(head, of + 1),
    disabled: false,
    forEachRow: tokens.slice(tableToken).some(({ word }, index, rest) => word === "row" && ["each", "for"].includes(rest[index - 1]?.word ?? "")),
    instead: (kind === "rule" ? tokens : head).some(({ word }) => word === "instead"),
    writes: writesIn(script, statement).map((write): BodyWrite => ({ ...write, table: inHome(write.table, home) })),
    calls: calledNames(tokens.slice(tableToken)),
    place: script.placeAt(statement.start),
  };
  schema.triggers.push(trigger);
  schema.declared.triggers.push(trigger);
}

/** A trigger and the tables that it names without a schema are of one database: https://sqlite.org/lang_createtrigger.html */
function inHome(table: TableName, home: string | undefined): TableName {
  return home === undefined || table.schema !== undefined ? table : { ...table, schema: home };
}

/** The words that say when: before ON, or in SQL Server between the table and AS. */
function headOf(tokens: readonly ScriptToken[], afterName: number, table: number): readonly ScriptToken[] {
  const before = tokens.slice(afterName, table);
  if (before.some(({ word }) => isEvent(word))) return before;
  const as = findWord(tokens, table, "as");
  return tokens.slice(table, as < 0 ? tokens.length : as);
}

function columnsBehind(head: readonly ScriptToken[], from: number): readonly string[] {
  const columns: string[] = [];
  for (let at = from; at < head.length; at += 2) {
    columns.push(head[at]!.text.toLowerCase());
    if (head[at + 1]?.word !== ",") break;
  }
  return columns;
}

function isEvent(word: string): word is RowEvent {
  return word === "insert" || word === "update" || word === "delete" || word === "truncate";
}
