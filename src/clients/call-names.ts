import type { ClientLibrary, ClientMember } from "../model/client.ts";
import type { LanguageId } from "../model/source-file.ts";
import type { Call, Expression, TaggedText } from "../model/syntax.ts";
import { mayHoldStatement } from "./statement-literal.ts";

/** Tells by its name alone whether a call can reach a database; what it says no to needs no evaluation. */
export type CallFilter = (call: Call | TaggedText, language: LanguageId) => boolean;

/** Lets through tags, calls named like a library's function that takes a statement or a table, and calls that are given a statement. */
export function createCallFilter(libraries: readonly ClientLibrary[]): CallFilter {
  const names = new Map<LanguageId, Set<string>>();
  for (const { language, exports, types } of libraries) {
    const known = names.get(language) ?? new Set();
    names.set(language, known);
    for (const members of [exports, ...Object.values(types).map((type) => type.members)]) {
      for (const [name, member] of Object.entries(members)) if (reachesDatabase(member)) known.add(name);
    }
  }
  return (call, language) => {
    if (call.kind === "tagged") return true;
    const name = calledName(call);
    return name === undefined || names.get(language)?.has(name) === true || call.arguments.some(holdsStatement);
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
