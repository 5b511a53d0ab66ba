import type { ClientLibrary, ClientMember } from "../model/client.ts";
import type { LanguageId } from "../model/source-file.ts";
import type { Call, Expression, TaggedText } from "../model/syntax.ts";
import { mayHoldStatement } from "./statement-literal.ts";

/** Tells by names alone which calls can reach a database: the others need no evaluation. */
export interface CallFilter {
  /** Tags, calls named like a library's function that takes a statement or a table, and calls that are given a statement. */
  letsThrough(call: Call | TaggedText, language: LanguageId): boolean;
  /** Names of such functions. */
  hasName(name: string, language: LanguageId): boolean;
}

export function createCallFilter(libraries: readonly ClientLibrary[]): CallFilter {
  const names = new Map<LanguageId, Set<string>>();
  for (const { language, exports, types } of libraries) {
    const known = names.get(language) ?? new Set();
    names.set(language, known);
    for (const members of [exports, ...Object.values(types).map((type) => type.members)]) {
      for (const [name, member] of Object.entries(members)) if (reachesDatabase(member)) known.add(name);
    }
  }
  const hasName: CallFilter["hasName"] = (name, language) => names.get(language)?.has(name) === true;
  return {
    hasName,
    letsThrough(call, language) {
      if (call.kind === "tagged") return true;
      const name = calledName(call);
      return name === undefined || hasName(name, language) || call.arguments.some(holdsStatement);
    },
  };
}

function reachesDatabase({ sql, table, operation }: ClientMember): boolean {
  return sql !== undefined || table !== undefined || operation !== undefined;
}

/** The last name of a callee: `exec` of `store.db.exec(…)`. Undefined where it has none. */
export function calledName(call: Call): string | undefined {
  const { callee } = call;
  return callee.kind === "name" || callee.kind === "member" ? callee.name : undefined;
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
