import { printable } from "./printable.ts";

/**
 * A cell as RFC 4180 writes it. What a spreadsheet would take for a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvCell(value: string | number | undefined): string {
  if (value === undefined) return "";
  const text = printable(String(value));
  const inert = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Rows of named cells under a header, each line ended by LF, as the Model for Tabular Data (https://www.w3.org/TR/tabular-data-model/) allows. */
export function csvTable<Column extends string>(columns: readonly Column[], rows: readonly Partial<Readonly<Record<Column, string | number | undefined>>>[]): string {
  const lines = [columns.join(","), ...rows.map((row) => columns.map((column) => csvCell(row[column])).join(","))];
  return lines.map((line) => `${line}\n`).join("");
}
