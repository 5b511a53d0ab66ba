import type { ClientLibrary } from "../model/client.ts";
import type { ClientMember } from "../model/client-member.ts";
import type { LanguageId, SourceFile } from "../model/source-file.ts";
import type { Call, Expression, TaggedText } from "../model/syntax.ts";
import { mayHoldStatement } from "./statement-literal.ts";

/** Tells by names alone which calls can reach a database: the others need no evaluation. */
export interface CallFilter {
  /** Tags, calls named like a library's function that takes a statement or a table, and calls that are given a statement. */
  letsThrough(call: Call | TaggedText, file: SourceFile): boolean;
  /** Names of such functions. */
  hasName(name: string, file: SourceFile): boolean;
  /** Whether a call may write if what it is made on, which nothing tells yet, is a library's: one with a name of its own, an argument for a statement that may be one, or none of either. */
  mayWrite(call: Call | TaggedText, file: SourceFile): boolean;
  /** The arguments that may be statements: where a function of that name takes one, and those with one written in them. */
  statementsIn(call: Call, file: SourceFile): readonly Expression[];
}

/** `libraries` are those that a project may use; `isMade` tells the names of methods that its own relations between models make. */
export function createCallFilter(libraries: readonly ClientLibrary[], isMade: (name: string, language: LanguageId) => boolean): CallFilter {
  const members = new Map<LanguageId, Map<string, ClientMember[]>>();
  for (const { language, exports, types } of libraries) {
    const known = members.get(language) ?? new Map<string, ClientMember[]>();
    members.set(language, known);
    for (const named of [exports, ...Object.values(types).map((type) => type.members)]) {
      for (const [name, member] of Object.entries(named)) if (reachesDatabase(member)) known.set(name, [...(known.get(name) ?? []), member]);
    }
  }
  const named = (name: string, { language, text }: SourceFile): readonly ClientMember[] | undefined => {
    const known = members.get(language)?.get(name);
    const isAbsent = ({ beside }: ClientMember): boolean => beside !== undefined && !text.includes(beside);
    return known?.every(isAbsent) ? undefined : known;
  };
  return {
    hasName: (name, file) => named(name, file) !== undefined || isMade(name, file.language),
    letsThrough(call, file) {
      if (call.kind === "tagged") return true;
      if (call.arguments.some(holdsStatement)) return true;
      return calledNames(call).some((name) => named(name, file)?.some((member) => mayBeCalled(member, call)) === true || isMade(name, file.language));
    },
    mayWrite(call, file) {
      if (call.kind === "tagged") return true;
      return named(calledName(call) ?? "", file)?.some((member) => wouldWrite(member, call)) ?? true;
    },
    statementsIn(call, file) {
      const taken = (named(calledName(call) ?? "", file) ?? []).flatMap((member) => statementGiven(member, call) ?? []);
      return [...new Set([...taken, ...call.arguments.filter(holdsStatement)])];
    },
  };
}

/** Whether a call may be one of a member: a function or a number is no statement. */
function mayBeCalled(member: ClientMember, call: Call): boolean {
  if (member.operation !== undefined || member.table !== undefined) return true;
  const given = statementGiven(member, call);
  return given !== undefined && given.kind !== "function" && given.kind !== "literal";
}

/** Whether a call would write if it were one of a member. */
function wouldWrite(member: ClientMember, call: Call): boolean {
  if (member.operation !== undefined && member.operation !== "read") return true;
  const given = statementGiven(member, call);
  switch (given?.kind) {
    case undefined:
    case "function":
    case "literal":
      return false;
    case "text":
      return given.parts.some(({ kind }) => kind !== "run") || mayHoldStatement(given);
    case "composite":
      return member.sql?.list === true || member.sql?.keys !== undefined;
    default:
      return member.sql?.writes === true;
  }
}

/** The argument that is the statement in a call of a member, or one that may spread to its place. */
function statementGiven({ sql, called }: ClientMember, { arguments: given }: Call): Expression | undefined {
  const index = sql?.argument === "tag" ? called : sql?.argument;
  return index === undefined ? undefined : (given.find(({ kind }) => kind === "spread") ?? given.at(index));
}

/** What names the table of rows that it reads begins no write and ends none. */
function reachesDatabase({ sql, table, operation, origin }: ClientMember): boolean {
  return sql !== undefined || operation !== undefined || (table !== undefined && origin !== "loaded");
}

/** The last name of a callee: `exec` of `store.db.exec(…)`. Undefined where it has none. */
export function calledName(call: Call): string | undefined {
  const { callee } = call;
  return callee.kind === "name" || callee.kind === "member" ? callee.name : undefined;
}

/** Those of a member that is looked up too: `query[isNew ? "insert" : "update"](row)`. */
function calledNames(call: Call): readonly string[] {
  const { callee } = call;
  if (callee.kind === "index") return callee.index ? textsOf(callee.index) : [];
  return callee.kind === "name" || callee.kind === "member" ? [callee.name] : [];
}

function textsOf(expression: Expression): readonly string[] {
  if (expression.kind === "conditional") return [...textsOf(expression.then), ...textsOf(expression.otherwise)];
  const [only, ...more] = expression.kind === "text" ? expression.parts : [];
  return only?.kind === "run" && more.length === 0 ? [only.text] : [];
}

/** Whether an argument is a text with a statement in it: written there, or put together there. */
function holdsStatement(argument: Expression): boolean {
  switch (argument.kind) {
    case "text":
      return mayHoldStatement(argument);
    case "tagged":
      return mayHoldStatement(argument.text);
    case "binary":
      return holdsStatement(argument.right) || (argument.left.kind !== "binary" && holdsStatement(argument.left));
    default:
      return false;
  }
}
