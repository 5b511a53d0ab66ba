import type { Ownership, TableEntry } from "../model/ownership.ts";
import { foldPattern, foldTable, matchesTable, namingOf } from "./naming.ts";
import { didYouMean } from "./nearest-word.ts";
import type { KeyPath, Report } from "./ownership-mistake.ts";
import { parseTableName } from "./parse-table-name.ts";
import { quoteAll } from "./shape.ts";
import { entriesOf, itemsOf, textOf, valueAt } from "./yaml-value.ts";
import type { YamlEntry, YamlValue } from "./yaml-value.ts";

/** Reports names that are no table names, and names of services, databases and tables that ownership.yaml does not know. */
export function checkReferences(file: YamlValue, ownership: Ownership, report: Report): void {
  const services = ownership.services.map(({ name }) => name);
  const databases = ownership.databases.map(({ name }) => name);
  for (const [name, { value }] of entriesOf(valueAt(file, ["services"]))) {
    checkKnown(valueAt(value, ["database"]), ["services", name, "database"], "database", databases, report);
    checkOwned(valueAt(value, ["owns"]), ["services", name, "owns"], ownership, report);
  }
  checkNames(valueAt(file, ["shared"]), ["shared"], report);
  checkNames(valueAt(file, ["ignore"]), ["ignore"], report);
  itemsOf(valueAt(file, ["allow"])).forEach((item, index) => {
    checkKnown(valueAt(item, ["service"]), ["allow", index, "service"], "service", services, report);
    checkNames(valueAt(item, ["tables"]), ["allow", index, "tables"], report);
  });
  for (const [pattern, entry] of entriesOf(valueAt(file, ["tableNames"]))) checkTableNaming(pattern, entry, report);
}

function checkKnown(value: YamlValue | undefined, key: KeyPath, kind: string, known: readonly string[], report: Report): void {
  for (const item of itemsOf(value)) {
    const name = textOf(item);
    if (name === undefined || known.includes(name)) continue;
    const all = known.length > 0 ? `Use one of ${quoteAll(known)}.` : `Add it under \`${kind}s\`.`;
    report(item.span, key, `there is no ${kind} \`${name}\``, didYouMean(name, known) ?? all);
  }
}

function checkOwned(owns: YamlValue | undefined, key: KeyPath, ownership: Ownership, report: Report): void {
  if (owns?.kind !== "mapping") return checkNames(owns, key, report);
  for (const [name, entry] of entriesOf(owns)) {
    if (!parseTableName(name)) reportName(name, entry.keySpan, [...key, name], report);
    checkCopy(entry, [...key, name], ownership, report);
  }
}

function checkCopy({ keySpan, value }: YamlEntry, key: KeyPath, ownership: Ownership, report: Report): void {
  const copyOf = valueAt(value, ["copyOf"]);
  const original = textOf(copyOf);
  if (copyOf === undefined || original === undefined) return;
  if (!valueAt(value, ["reason"])) report(keySpan, [...key, "reason"], `\`${String(key.at(-1))}\` is a declared copy without a \`reason\``, "Add `reason`: why the copy is kept.");
  const owned = [...ownership.services.flatMap((service) => service.owns), ...ownership.shared];
  const others = owned.filter((entry) => entry.place.span.start !== keySpan.start);
  const table = parseTableName(original);
  if (!table) reportName(original, copyOf.span, [...key, "copyOf"], report);
  else if (!others.some((entry) => namesTable(entry, table, ownership))) {
    const nearest = didYouMean(original, others.map(({ pattern }) => pattern));
    report(copyOf.span, [...key, "copyOf"], `nobody owns a table \`${original}\``, nearest ?? "Name a table that another service owns.");
  }
}

/** The schema may be left out where the name alone tells the table. */
function namesTable(entry: TableEntry, { schema, name }: { readonly schema: string | undefined; readonly name: string }, ownership: Ownership): boolean {
  const naming = namingOf(ownership, ownership.dialect);
  const table = foldTable({ name, ...(schema === undefined ? {} : { schema }), quoted: false }, naming);
  const pattern = foldPattern(entry.pattern, entry.schema, naming);
  return matchesTable(schema === undefined ? { ...pattern, schema: undefined } : pattern, table, naming);
}

function checkNames(value: YamlValue | undefined, key: KeyPath, report: Report): void {
  itemsOf(value).forEach((item, index) => {
    const text = textOf(item);
    if (text !== undefined && !parseTableName(text)) reportName(text, item.span, [...key, index], report);
  });
}

function reportName(name: string, span: YamlEntry["keySpan"], key: KeyPath, report: Report): void {
  report(span, key, `\`${name.slice(0, 60)}\` is no table name`, "Write `table` or `schema.table`; `*` and `?` are the wildcards.");
}

function checkTableNaming(pattern: string, { keySpan, value }: YamlEntry, report: Report): void {
  const table = textOf(value);
  const stars = (text: string): number => text.split("*").length - 1;
  if (table === undefined || (stars(pattern) <= 1 && stars(table) <= stars(pattern))) return;
  const help = "Write one `*` in the helper for what it is given, and one in the table, such as `getTable(*): rex_*`.";
  report(keySpan, ["tableNames", pattern], `\`${pattern}\` and \`${table}\` do not fit together`, help);
}
