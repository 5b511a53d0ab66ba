import type { Assignments } from "./read-assignments.ts";
import type { AccessDraft, CommonTable, Reader } from "./reader.ts";

/** Where in a statement a frame stands. */
export const Clause = {
  /** Before the verb, or where a query may begin. */
  none: 0,
  /** In the list of WITH. */
  commonTables: 1,
  selectList: 2,
  /** Where tables are listed: behind FROM and USING, in UPDATE's head. */
  tables: 3,
  /** Assignments. */
  set: 4,
  /** T-SQL's OUTPUT. */
  output: 5,
  /** Whatever follows; queries in parentheses are read. */
  rest: 6,
  /** Nothing is read up to the end of the statement. */
  closed: 7,
  /** The INTO clauses of INSERT ALL. */
  targets: 8,
} as const;

/** A table of a FROM list, or a query in its place. */
export interface TableItem {
  /** Undefined for a query, a function, a variable or a common table expression. */
  readonly access: AccessDraft | undefined;
  readonly commonTable: CommonTable | undefined;
  alias: string | undefined;
}

/** One level of a statement: the statement itself, or a parenthesis in it. */
export interface Frame {
  /** The token at which its verb may stand: the first one, or the one behind EXPLAIN, PREPARE … AS. */
  verbAt: number;
  /** The token that ends it. */
  closes: number;
  clause: number;
  expectsTable: boolean;
  expectsColumn: boolean;
  /** The code of the verb that it runs: INSERT, SELECT …; 0 before one is seen. */
  verb: number;
  /** The access that the verb writes with, where it is known from the head. */
  written: AccessDraft | undefined;
  assignments: Assignments | undefined;
  /** The tables listed, where the verb looks one up; those of joins in parentheses with them. */
  items: TableItem[] | undefined;
  /** How many of `items` stand in the head of an UPDATE. */
  headItems: number;
  /** The parenthesis stands where a table may, and an alias may follow. */
  isTableItem: boolean;
  /** A JOIN was seen: USING then names columns. */
  joined: boolean;
  /** What is left to do when the verb's statement ends. */
  finish: ((reader: Reader, frame: Frame) => void) | undefined;
  /** The common table expression whose query stands here. */
  defines: CommonTable | undefined;
  /** The common table expressions that go out of sight with it. */
  declared: CommonTable[] | undefined;
  /** How many accesses the statement had before. */
  readonly firstAccess: number;
  /** CASE expressions still open. */
  cases: number;
}

/** Enters a level: the tokens from `first` up to `closes`. */
export function openFrame(reader: Reader, first: number, closes: number): Frame {
  const frame: Frame = {
    verbAt: first,
    closes,
    clause: Clause.none,
    expectsTable: false,
    expectsColumn: false,
    verb: 0,
    written: undefined,
    assignments: undefined,
    items: undefined,
    headItems: 0,
    isTableItem: false,
    joined: false,
    finish: undefined,
    defines: undefined,
    declared: undefined,
    firstAccess: reader.accesses.length,
    cases: 0,
  };
  reader.frames.push(frame);
  return frame;
}
