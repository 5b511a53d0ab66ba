import type { Call, TaggedText } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import type { Site, Value, Values } from "../value.ts";
import { plainText } from "./evaluate-text.ts";
import { quotedNames } from "./quoted-name.ts";
import { isNamedAsSqlTag, isNotTold } from "./sql-tag-names.ts";

/**
 * `sql(table)` of a tag for statements of which the library is not known: such a tag that is called with a name gives it, quoted
 * (github.com/porsager/postgres, "Dynamic inserts and updates"). Undefined where the argument is no name.
 */
export function nameByTag(evaluation: Evaluation, call: Call | TaggedText, callees: Values, site: Site): Values | undefined {
  if (call.kind !== "call" || call.arguments.length !== 1 || call.construct || !isNamedAsSqlTag(call.callee) || !callees.every((callee) => callee.kind === "external" || isNotTold(callee))) return undefined;
  const names = evaluation.evaluate(call.arguments[0]!, site);
  return names.every(mayBeName) ? quotedNames(evaluation, names, { path: site.model.file.path, span: call.span }) : undefined;
}

/** A caller may give the name: `UPDATE ${sql(table)}` in a helper. */
function mayBeName(value: Value): boolean {
  const text = plainText(value);
  return text === undefined ? value.kind === "unknown" && value.parameterOf !== undefined : !/\s/.test(text);
}
