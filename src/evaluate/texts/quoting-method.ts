import type { FunctionNode, TypeExpression } from "../../model/syntax.ts";
import type { Values } from "../value.ts";

/** What methods that quote a name are called: `Quote` of database dialects, `QuoteIdentifier` of drivers. */
const QUOTES = /^(?:quote|escape)(?:name|ident|identifier|table|tablename)?$/i;

/**
 * What a method of an interface gives that quotes a name, whoever implements it: the name. Where it is of use as a table's name it
 * cannot be one that quotes values. Undefined for any other method.
 */
export function givenByQuoting({ name = "", body, parameters, results }: FunctionNode, passed: readonly Values[]): Values | undefined {
  const [parameter, ...others] = parameters;
  if (body || others.length > 0 || !QUOTES.test(name)) return undefined;
  return isText(parameter?.type) && isText(results[0]) ? passed[0] : undefined;
}

function isText(type: TypeExpression | undefined): boolean {
  return type?.kind === "named" && type.path.length === 1 && type.path[0] === "string";
}
