import type { NoteMistake } from "../../model/suppression.ts";
import type { TableName } from "../../model/sql-statement.ts";

/** What a comment says to the gate. */
export type Note =
  | { readonly kind: "ignore"; readonly reach: "line" | "file"; readonly rules: readonly string[]; readonly until: string | undefined; readonly reason: string }
  | { readonly kind: "table"; readonly tables: readonly TableName[] }
  | { readonly kind: "mistake"; readonly mistake: Omit<NoteMistake, "place"> };

/** Every note begins so; a comment without it says nothing to the gate. */
export const NOTE_START = "cross-write-";

/** Texts of files with notes: a file is to be read for them, though nothing in it writes any more. */
export const noteMarkers: readonly string[] = [`${NOTE_START}ignore`, `${NOTE_START}table`];

const WORD = new RegExp(`^${NOTE_START}(?<word>[a-z-]+)(?<rest>[^]*)$`);

/** Reads the text of a comment, which begins with `NOTE_START`. Undefined where it only speaks of the tool: `cross-write-check runs in CI`. */
export function parseNote(text: string): Note | undefined {
  const { word = "", rest = "" } = WORD.exec(text)?.groups ?? {};
  switch (word) {
    case "ignore":
    case "ignore-file":
      return parseIgnore(word === "ignore" ? "line" : "file", rest);
    case "table":
      return parseTables(rest);
    default:
      return LOOKS_LIKE_NOTE.test(word) ? mistake("unknown-word", NOTE_START + word) : undefined;
  }
}

/** `ignore-next-line` and other linters' words, slips of the fingers, and the plural. */
const LOOKS_LIKE_NOTE = /^(?:ignore|ingore|ignroe|igonre|ignor|disable|suppress|allow|skip|tables|tabel|talbe)/;

const UNTIL = /(?:^|\s)until=(?<day>\S*)/;
const REASON = /(?:^|\s)--(?:\s+(?<reason>[^]*))?$/;

function parseIgnore(reach: "line" | "file", rest: string): Note {
  const until = UNTIL.exec(rest)?.groups?.["day"];
  const words = rest.replace(UNTIL, "");
  const rules = words.replace(REASON, "").split(/[\s,]+/).filter(Boolean);
  const reason = (REASON.exec(words)?.groups?.["reason"] ?? "").replace(/\s+/g, " ").trim();
  if (reason === "") return mistake("no-reason", rules.join(", "));
  if (rules.length === 0) return mistake("no-rule", "");
  if (until !== undefined && !isDay(until)) return mistake("bad-date", until);
  return { kind: "ignore", reach, rules, until, reason };
}

function parseTables(rest: string): Note {
  const names = rest.replace(REASON, "").replace(/^\s*:/, "").split(/[\s,]+/).filter(Boolean);
  return names.length === 0 ? mistake("no-table", "") : { kind: "table", tables: names.map(toTableName) };
}

/** `users`, `main.users`, `"Users"`. */
function toTableName(written: string): TableName {
  const parts = written.split(".").map((part) => part.replace(/^["`[]|["`\]]$/g, ""));
  const [name = "", schema, database] = parts.reverse();
  return { name, ...(schema && { schema }), ...(database && { database }), quoted: /["`[]/.test(written) };
}

/** A day of the calendar: `2027-02-30` is none. */
function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function mistake(kind: NoteMistake["kind"], written: string): Note {
  return { kind: "mistake", mistake: { kind, written } };
}
