import { findTableUsages, tableNames } from "../judge/audit/find-table-usages.ts";
import type { TableName } from "../model/sql-statement.ts";
import type { TableLookup } from "../model/table-usage.ts";
import type { KeptReading } from "./kept-reading.ts";
import { readAsked, type AskedInput } from "./read-asked.ts";

/** Whose the tables of a name are, and who touches them. Without a book they are nobody's. The candidates hold the files that only read. */
export function lookUpTable(table: Pick<TableName, "name" | "schema">, input: AskedInput & { readonly today: string }, kept?: KeptReading): TableLookup {
  const { accesses, problems, files } = readAsked(input, kept).reading;
  return { usages: findTableUsages(table, accesses, input.book, input.today), names: tableNames(accesses, input.book), problems, files };
}
