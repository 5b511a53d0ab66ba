import type { BaselineEntry } from "../../model/baseline.ts";
import type { Operation } from "../../model/sql-statement.ts";

export const BASELINE_VERSION = 1;

export type BaselineReading =
  | { readonly kind: "entries"; readonly entries: readonly BaselineEntry[] }
  /** What is wrong with the file, and what to do. `line` is 1-based, where it is known. */
  | { readonly kind: "mistake"; readonly line: number | undefined; readonly message: string };

/** Reads the text of a baseline. Equal lines, as merges leave them, count once. */
export function parseBaseline(text: string): BaselineReading {
  const document = parseJson(text);
  if (document.kind === "mistake") return document;
  if (!isRecord(document.value)) return mistake("it holds no baseline. Restore it from version control, or remove it and run `cross-write-check baseline`.");
  const { version, findings } = document.value;
  if (version !== BASELINE_VERSION) {
    return mistake(`its version is ${version === undefined ? "missing" : JSON.stringify(version)}, and this cross-write-check reads version ${BASELINE_VERSION}. Use the release that wrote it, or remove it and run \`cross-write-check baseline\`.`);
  }
  if (!Array.isArray(findings)) return mistake("it has no list of `findings`. Restore it from version control, or remove it and run `cross-write-check baseline`.");
  return readEntries(findings, text);
}

function readEntries(findings: readonly unknown[], text: string): BaselineReading {
  const entries = new Map<string, BaselineEntry>();
  for (const [index, value] of findings.entries()) {
    // The list ends in `null`, so that every entry's line ends in a comma and lines come and go one by one.
    if (value === null && index === findings.length - 1) break;
    const entry = readEntry(value);
    if (entry === undefined) return mistake("an entry is not as `cross-write-check baseline` writes it. Restore the file from version control.", lineOf(value, text));
    entries.set(entry.fingerprint, entry);
  }
  return { kind: "entries", entries: [...entries.values()] };
}

function readEntry(value: unknown): BaselineEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { path, scope, rule, operation, table, service, fingerprint } = value;
  const complete = [path, scope, rule, operation, fingerprint].every((field) => typeof field === "string") && [table, service].every((field) => field === null || typeof field === "string");
  if (!complete || fingerprint === "") return undefined;
  return {
    path: path as string,
    scope: scope as string,
    rule: rule as string,
    operation: operation as Operation,
    table: (table as string | null) ?? undefined,
    service: (service as string | null) ?? undefined,
    fingerprint: fingerprint as string,
  };
}

type Json = { readonly kind: "value"; readonly value: unknown } | (BaselineReading & { readonly kind: "mistake" });

function parseJson(text: string): Json {
  const lines = text.split("\n");
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/.test(line));
  if (conflict >= 0) return mistake("two branches changed the same lines and the merge is not finished. Keep the lines of both, then run `cross-write-check baseline --prune`.", conflict + 1);
  try {
    return { kind: "value", value: JSON.parse(text) as unknown };
  } catch {
    return mistake("it is not JSON. Restore it from version control, or remove it and run `cross-write-check baseline`.", brokenLine(lines));
  }
}

/** The first line that is not as it was written: a line an entry. */
function brokenLine(lines: readonly string[]): number | undefined {
  const broken = lines.findIndex((line) => line.startsWith("{\"path\"") && !isJson(line.replace(/,\r?$/, "")));
  return broken < 0 ? undefined : broken + 1;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function lineOf(value: unknown, text: string): number | undefined {
  const at = text.indexOf(JSON.stringify(value));
  return at < 0 ? undefined : text.slice(0, at).split("\n").length;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mistake(message: string, line?: number): BaselineReading & { readonly kind: "mistake" } {
  return { kind: "mistake", line, message };
}
