import type { Call, TaggedText } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { isUntold } from "./recognise-call.ts";
import type { Site, Values } from "../value.ts";

/**
 * A library's handle that was kept under the name which it has by custom: `req.app.get("knex")` (expressjs.com/en/api.html#app.set).
 * `called` is what the callee may be: of a map of the code's own it is told.
 */
export function keptHandle(evaluation: Evaluation, call: Call | TaggedText, called: Values, { model }: Site): Values | undefined {
  if (call.kind !== "call" || call.callee.kind !== "member" || call.callee.name !== "get" || call.arguments.length !== 1) return undefined;
  const [key] = call.arguments;
  const [part] = key?.kind === "text" && key.parts.length === 1 ? key.parts : [];
  if (part?.kind !== "run" || !isUntold(called)) return undefined;
  const { libraries } = evaluation.world;
  const handles = [...libraries.handlesNamed(model.file.language, part.text), ...libraries.registriesNamed(model.file.language, part.text)];
  return handles.length > 0 ? handles : undefined;
}
