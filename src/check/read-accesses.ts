import { type ClientUse, type HelperCall, standsIn, type StatementUse, type TableUse } from "../clients/client-use.ts";
import type { LooseText } from "../clients/find-loose-texts.ts";
import type { Dialect, SqlStatement, StatementAccess } from "../model/sql-statement.ts";
import { placeOf, type SqlText } from "../model/sql-text.ts";
import type { TableAccess } from "../model/table-access.ts";
import { readSql } from "../sql/read-sql.ts";
import { NAMES_NONE, placeOfAccess, reasonOf } from "./place-of-access.ts";

/** What reading a use or a loose text gave. */
export interface ReadAccesses {
  readonly accesses: readonly TableAccess[];
  /** The texts whose statements were read: a text that a call takes need not be judged by its form. */
  readonly read: readonly SqlText[];
}

/** The accesses of a call that reaches a database. */
export function readClientUse(use: ClientUse, dialect: Dialect): ReadAccesses {
  return use.kind === "table" ? { accesses: [tableAccess(use, dialect)], read: [] } : readStatementUse(use, dialect);
}

/** The accesses of a text that has the form of a statement. */
export function readLooseText(loose: LooseText, language: string, dialect: Dialect): ReadAccesses {
  const found: (readonly TableAccess[])[] = [];
  const read: SqlText[] = [];
  const common = { via: `${language}/text`, call: undefined, scope: loose.scope, dialect, certainty: "likely" } as const;
  for (const sql of loose.texts) {
    const statements = readSql(sql.text, { dialect, taken: false }).statements.filter((statement) => statement.formed);
    if (statements.length > 0) read.push(sql);
    found.push(statements.flatMap((statement) => statement.accesses.map((access) => toTableAccess(sql, statement, access, common))));
  }
  return { accesses: withoutNameless(found), read };
}

function readStatementUse(use: StatementUse, dialect: Dialect): ReadAccesses {
  const found: (readonly TableAccess[])[] = [];
  const read: SqlText[] = [];
  const { via, call, scope, byForm = false } = use;
  const common: CommonAccess = { via, call, scope, dialect, certainty: byForm ? "likely" : "certain" };
  for (const sql of use.texts) {
    const statements = readSql(sql.text, { dialect, taken: !byForm }).statements.filter(({ formed }) => formed || !byForm);
    if (statements.length > 0) read.push(sql);
    const accesses = statements.flatMap((statement) => statement.accesses.map((access) => toTableAccess(sql, statement, access, common, use.through)));
    found.push(statements.length === 0 && use.writes ? unknownStatement(sql, use, common) : accesses);
  }
  return { accesses: withoutNameless(found), read };
}

/**
 * Of the alternatives of one text those whose name is empty are none where another names a table: nobody runs
 * `DELETE FROM ` and nothing, the declaration without a value was followed by an assignment in every branch.
 */
function withoutNameless(alternatives: readonly (readonly TableAccess[])[]): readonly TableAccess[] {
  const isNameless = ({ table, unresolved }: TableAccess): boolean => table === undefined && unresolved === NAMES_NONE;
  const isNamedElsewhere = ({ operation }: TableAccess, index: number): boolean => alternatives.some((others) => others[index]?.table !== undefined && others[index].operation === operation);
  return alternatives.flatMap((accesses) => accesses.filter((access, index) => !isNameless(access) || !isNamedElsewhere(access, index)));
}

type CommonAccess = Pick<TableAccess, "via" | "call" | "scope" | "dialect" | "certainty">;

function toTableAccess(sql: SqlText, statement: SqlStatement, access: StatementAccess, common: CommonAccess, through?: HelperCall): TableAccess {
  const { operation, table, columns, temporary, inBody, rights, copiesFrom } = access;
  const unresolved = table ? undefined : reasonOf(sql, access.span);
  const place = placeOfAccess(sql, access, through);
  const statementPlace = placeOf(sql, statement.span);
  return {
    ...common,
    ...(through && standsIn(place, through) ? { call: through.call, scope: through.scope } : {}),
    operation,
    table,
    place,
    statement: sql.text.slice(statement.span.start, statement.span.end),
    ...(columns ? { columns } : {}),
    ...(temporary ? { temporary } : {}),
    ...(inBody ? { inBody } : {}),
    ...(rights ? { rights } : {}),
    ...(copiesFrom ? { copiesFrom } : {}),
    ...(unresolved === undefined ? {} : { unresolved }),
    ...(statementPlace ? { statementPlace } : {}),
  };
}

/** A call that writes with a text of which not even the verb is known. */
function unknownStatement(sql: SqlText, use: StatementUse, common: CommonAccess): readonly TableAccess[] {
  const hole = sql.pieces.find((piece) => piece.kind === "hole");
  if (hole?.kind !== "hole" || sql.pieces.some((piece) => piece.kind === "known" && /\S/.test(piece.text) && piece !== sql.pieces.at(-1))) return [];
  return [{ ...common, operation: "write", table: undefined, place: use.place, unresolved: hole.reason, statement: sql.text }];
}

function tableAccess(use: TableUse, dialect: Dialect): TableAccess {
  const { operation, table, via, call, scope, unresolved, defines } = use;
  return {
    operation,
    table,
    place: use.tablePlace,
    certainty: "certain",
    via,
    call,
    scope,
    dialect,
    statement: table ? `${operation} ${table.name}` : operation,
    ...(defines?.length ? { defines } : {}),
    ...(unresolved === undefined ? {} : { unresolved }),
  };
}

