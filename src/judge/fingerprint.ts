import { createHash } from "node:crypto";
import type { TableAccess } from "../model/table-access.ts";

const VERSION = 1;

/**
 * Names a finding by what it is, not by where it stands: rule, service, operation, table, path, scope and the statement without
 * its literals and layout, and the how-manieth of its kind. The function returned counts, so findings are to be asked in order.
 */
export function fingerprints(): (rule: string, service: string | undefined, access: TableAccess) => string {
  const seen = new Map<string, number>();
  return (rule, service, access) => {
    const parts = [VERSION, rule, service ?? "", access.operation, access.table?.name.toLowerCase() ?? "", access.place.path, access.scope, normalised(access.statement)];
    const identity = JSON.stringify(parts);
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return createHash("sha256").update(`${identity}#${nth}`).digest("hex").slice(0, 24);
  };
}

/** Letters folded, white space and comments as one blank, strings and numbers as `?`. */
function normalised(statement: string): string {
  return statement
    .replace(/--[^\n]*|\/\*[^]*?(?:\*\/|$)/g, " ")
    .replace(/'(?:[^']|'')*'?|\b\d+(?:\.\d+)?\b/g, "?")
    .replace(/\s*([(),;=])\s*/g, "$1")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
