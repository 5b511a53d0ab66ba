import type { Audit, ExcusedWrites, ForeignChanges, HotSpot, MatrixCell, MatrixRow } from "../model/audit.ts";
import type { Place } from "../model/place.ts";
import { callText } from "./call-text.ts";
import { countOf, numberWords } from "./count-words.ts";
import type { RangeFinder } from "./line-index.ts";

/** A part of an audit as a table, for every format that people read. */
export interface AuditSection {
  /** For links: `hot-tables`. */
  readonly id: string;
  readonly title: string;
  /** What the table shows, in a sentence. */
  readonly says: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly AuditCell[])[];
  /** How many more rows there are. */
  readonly hidden: number;
}

export interface AuditCell {
  /** A line each. */
  readonly lines: readonly string[];
  /** `code`: names and places of other people's code; `words`: ours; `message`: ours, with their names in backticks. */
  readonly kind: "code" | "words" | "message";
  /** It tells of a foreign change. */
  readonly foreign?: boolean;
}

/** The parts that have something to tell. With `everyTable` the matrix has those too that only their owners touch; at most `limit` rows each. */
export function auditSections(audit: Audit, ranges: RangeFinder, { everyTable, limit }: { readonly everyTable: boolean; readonly limit: number }): readonly AuditSection[] {
  const places = (all: readonly Place[]): AuditCell => code(...all.map((place) => placeText(place, ranges)));
  const place = (one: Place): AuditCell => places([one]);
  const changeRow = ({ service, operation, table, owner, places: all }: ForeignChanges): readonly AuditCell[] => [named(service), words(operation), code(table), named(owner, AMBIGUOUS), places(all)];
  const shown = everyTable ? audit.matrix : audit.matrix.filter((row) => isTouchedByOthers(row, audit.services));
  const ownOnly = audit.matrix.length - shown.length;
  const sections: readonly Omit<AuditSection, "hidden">[] = [
    {
      id: "matrix",
      title: "Who touches which table",
      says: `${MATRIX_LEGEND}${ownOnly > 0 ? ` Left out: ${countOf(ownOnly, "table")} that only the owner touches.` : ""}`,
      head: ["table", "owner", ...audit.services.map((name) => name || NO_SERVICE)],
      rows: shown.map(({ table, owner, cells }) => [code(table), named(owner, NOBODY), ...cells.map(matrixCell)]),
    },
    { id: "hot-tables", title: "Hot spots: tables", says: "Tables by how many places of other services change them.", head: ["table", "changes", "by"], rows: audit.hotSpots.tables.map(hotSpotRow) },
    { id: "hot-services", title: "Hot spots: services", says: "Services by how many foreign changes their code makes.", head: ["service", "changes", "tables"], rows: audit.hotSpots.services.map(hotSpotRow) },
    { id: "hot-files", title: "Hot spots: files", says: "Files by how many foreign changes they make.", head: ["file", "changes", "tables"], rows: audit.hotSpots.files.map(hotSpotRow) },
    {
      id: "movable",
      title: "What can move to an API today",
      says: "Writes of foreign tables whose owners offer a call for them.",
      head: ["service", "operation", "table", "owner", "places", "call"],
      rows: audit.movable.map((change) => [...changeRow(change), code(callText(change.api))]),
    },
    { id: "waiting", title: "What has no API yet", says: "Writes of foreign tables for which the owners offer no call.", head: CHANGE_HEAD, rows: audit.waiting.map(changeRow) },
    {
      id: "excused",
      title: "What is allowed",
      says: "Writes of foreign tables that exceptions in ownership.yaml let pass.",
      head: [...CHANGE_HEAD, "reason", "until"],
      rows: audit.excused.map((change: ExcusedWrites) => [...changeRow(change), code(change.reason), words(change.until ?? "")]),
    },
    { id: "schema-changes", title: "Foreign schema changes", says: "Statements that change the structure of foreign tables, or rights on them.", head: CHANGE_HEAD, rows: audit.schemaChanges.map(changeRow) },
    {
      id: "indirect",
      title: "Indirect writes",
      says: "Foreign tables that statements change through triggers, foreign keys, views and routines.",
      head: [...CHANGE_HEAD, "through"],
      rows: audit.indirect.map(({ chain, ...change }) => [...changeRow({ ...change, api: undefined, places: [change.place] }), code(...chain)]),
    },
    {
      id: "copies",
      title: "Copies",
      says: "Tables that keep what another service owns.",
      head: ["service", "table", "place", "why"],
      rows: audit.copies.map(({ service, table, place: at, message }) => [named(service), code(table), place(at), { lines: [message], kind: "message" }]),
    },
    {
      id: "foreign-keys",
      title: "Foreign keys to tables of others",
      says: "They tie the services' tables together; those with an action change the rows when the other service's go.",
      head: ["table", "columns", "owner", "references", "its owner", "on delete", "on update", "place"],
      rows: audit.foreignKeys.map((key) => [code(key.table), code(key.columns.join(", ")), named(key.owner, NOBODY), code(key.references), named(key.referencesOwner), words(key.onDelete ?? ""), words(key.onUpdate ?? ""), place(key.place)]),
    },
    {
      id: "unresolved",
      title: "What was not resolved",
      says: "Writes whose tables cannot be told from the source: they may be anybody's.",
      head: ["service", "operation", "place", "because"],
      rows: audit.unresolved.map(({ service, operation, place: at, reason }) => [named(service, NO_SERVICE), words(operation), place(at), { lines: [reason], kind: "message" }]),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0).map((section) => ({ ...section, rows: section.rows.slice(0, limit), hidden: Math.max(0, section.rows.length - limit) }));
}

/** The audit in a few sentences. */
export function auditSummary({ services, matrix, movable, waiting, excused, schemaChanges, indirect, copies, unresolved }: Audit): readonly string[] {
  const [today, later, allowed, structure] = [movable, waiting, excused, schemaChanges].map(countPlaces) as [number, number, number, number];
  const named = services.filter((name) => name !== "").length;
  return [
    `${countOf(named, "service")}, ${countOf(matrix.length, "table")}.`,
    `${countOf(today + later, "foreign write")}: ${numberWords(today)} can move to an API today, for ${numberWords(later)} there is none yet.${allowed > 0 ? ` ${countOf(allowed, "more is", "more are")} allowed by ownership.yaml.` : ""}`,
    `${countOf(structure, "foreign schema change")}, ${countOf(indirect.length, "indirect write")}, ${countOf(copies.length, "copied table")}, ${countOf(unresolved.length, "unresolved write")}.`,
  ];
}

const MATRIX_LEGEND = "w: writes, !: how many of them are foreign, r: reads, i: changes by statements that do not name the table.";
const NO_SERVICE = "no service";
const NOBODY = "nobody";
const AMBIGUOUS = "one of several";
const CHANGE_HEAD: readonly string[] = ["service", "operation", "table", "owner", "places"];

/** `path:line:column`. */
function placeText(place: Place, ranges: RangeFinder): string {
  const { line, column } = ranges.rangeOf(place).start;
  return `${place.path}:${line}:${column}`;
}

function isTouchedByOthers({ owner, cells }: MatrixRow, services: readonly string[]): boolean {
  return cells.some(({ reads, writes, indirect }, index) => reads + writes + indirect > 0 && services[index] !== owner);
}

function matrixCell({ reads, writes, foreign, indirect }: MatrixCell): AuditCell {
  const parts = [writes > 0 ? `${writes}w` : "", foreign > 0 ? `${foreign}!` : "", reads > 0 ? `${reads}r` : "", indirect > 0 ? `${indirect}i` : ""];
  return { lines: [parts.filter((part) => part !== "").join(" ")], kind: "words", ...(foreign + indirect > 0 ? { foreign: true } : {}) };
}

function hotSpotRow({ name, changes, besides }: HotSpot): readonly AuditCell[] {
  return [code(name), words(String(changes)), code(besides.join(", "))];
}

function countPlaces(changes: readonly ForeignChanges[]): number {
  return changes.reduce((sum, { places }) => sum + places.length, 0);
}

/** A name out of ownership.yaml, or what is said where there is none. */
function named(name: string | undefined, otherwise = ""): AuditCell {
  return name === undefined || name === "" ? words(otherwise) : code(name);
}

function code(...lines: readonly string[]): AuditCell {
  return { lines, kind: "code" };
}

function words(text: string): AuditCell {
  return { lines: [text], kind: "words" };
}
