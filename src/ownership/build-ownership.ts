import type { Api, ApiOperation, Database, Exception, Ownership, Service, TableEntry, TableNaming } from "../model/ownership.ts";
import type { Place, Span } from "../model/place.ts";
import type { Dialect } from "../model/sql-statement.ts";
import { apiOperations, dialects, operations, readingModes, strictnesses } from "./definition.ts";
import { parseTableName } from "./parse-table-name.ts";
import { entriesOf, itemsOf, textOf, textsOf, valueAt } from "./yaml-value.ts";
import type { YamlEntry, YamlValue } from "./yaml-value.ts";

/** What ownership.yaml says, with its defaults filled in. What is malformed is left out: `checkShape` has reported it. */
export function buildOwnership(file: YamlValue, path: string): Ownership {
  const at = (span: Span): Place => ({ path, span });
  const wordAt = <Word extends string>(key: string, words: readonly Word[], otherwise: Word): Word => toWord(valueAt(file, [key]), words) ?? otherwise;
  const dialect = wordAt("dialect", dialects, "generic");
  return {
    path,
    dialect,
    services: entriesOf(valueAt(file, ["services"])).map(([name, entry]) => toService(name, entry, at)),
    databases: entriesOf(valueAt(file, ["databases"])).map(([name, entry]) => toDatabase(name, entry, dialect, at)),
    shared: toTableEntries(valueAt(file, ["shared"]), at),
    allow: itemsOf(valueAt(file, ["allow"])).flatMap((item) => toException(item, at) ?? []),
    ignore: toTableEntries(valueAt(file, ["ignore"]), at),
    reads: wordAt("reads", readingModes, "allow"),
    unlisted: wordAt("unlisted", strictnesses, "warn"),
    unassigned: wordAt("unassigned", strictnesses, "warn"),
    tableNames: entriesOf(valueAt(file, ["tableNames"])).flatMap(([pattern, entry]) => toTableNaming(pattern, entry, at) ?? []),
  };
}

type PlaceOf = (span: Span) => Place;

function toDatabase(name: string, { keySpan, value }: YamlEntry, otherwise: Dialect, at: PlaceOf): Database {
  return { name, dialect: toWord(valueAt(value, ["dialect"]), dialects) ?? otherwise, place: at(keySpan) };
}

function toService(name: string, { keySpan, value }: YamlEntry, at: PlaceOf): Service {
  const title = textOf(valueAt(value, ["title"])) ?? name;
  return {
    name,
    title,
    paths: textsOf(valueAt(value, ["paths"])),
    api: toApi(valueAt(value, ["api"]), title),
    owns: toTableEntries(valueAt(value, ["owns"]), at),
    databases: textsOf(valueAt(value, ["database"])),
    place: at(keySpan),
  };
}

function toApi(value: YamlValue | undefined, title: string): Api | undefined {
  if (value?.kind !== "mapping") return undefined;
  const keyText = (key: string): string | undefined => textOf(valueAt(value, [key]));
  return { name: keyText("name") ?? `${title} API`, url: keyText("url"), openapi: keyText("openapi") };
}

/** From the short form, a list of names, or the long one, a mapping from name to keys. */
function toTableEntries(value: YamlValue | undefined, at: PlaceOf): readonly TableEntry[] {
  if (value?.kind === "mapping") return entriesOf(value).flatMap(([name, entry]) => toTableEntry(name, at(entry.keySpan), entry.value) ?? []);
  return itemsOf(value).flatMap((item) => toTableEntry(textOf(item) ?? "", at(item.span), undefined) ?? []);
}

function toTableEntry(text: string, place: Place, keys: YamlValue | undefined): TableEntry | undefined {
  const table = parseTableName(text);
  if (!table) return undefined;
  const calls: Partial<Record<ApiOperation, string>> = {};
  for (const operation of apiOperations) {
    const call = textOf(valueAt(keys, [operation]));
    if (call !== undefined) calls[operation] = call;
  }
  const copied = textOf(valueAt(keys, ["copyOf"]));
  const reason = textOf(valueAt(keys, ["reason"]));
  return { pattern: table.name, schema: table.schema, calls, copyOf: copied === undefined ? undefined : { table: copied, reason: reason ?? "" }, place };
}

function toException(item: YamlValue, at: PlaceOf): Exception | undefined {
  const service = textOf(valueAt(item, ["service"]));
  if (service === undefined) return undefined;
  return {
    service,
    tables: toTableEntries(valueAt(item, ["tables"]), at),
    operations: itemsOf(valueAt(item, ["operations"])).flatMap((value) => toWord(value, operations) ?? []),
    columns: textsOf(valueAt(item, ["columns"])),
    reason: textOf(valueAt(item, ["reason"])) ?? "",
    until: textOf(valueAt(item, ["until"])),
    issue: textOf(valueAt(item, ["issue"])),
    place: at(item.span),
  };
}

function toTableNaming(pattern: string, { keySpan, value }: YamlEntry, at: PlaceOf): TableNaming | undefined {
  const table = textOf(value);
  return table === undefined ? undefined : { pattern, table, place: at(keySpan) };
}

function toWord<Word extends string>(value: YamlValue | undefined, words: readonly Word[]): Word | undefined {
  const text = textOf(value);
  return words.find((word) => word === text);
}
