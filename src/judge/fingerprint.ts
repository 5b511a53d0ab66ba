import { createHash } from "node:crypto";
import type { TableAccess } from "../model/table-access.ts";
import { normaliseStatement } from "./normalise-statement.ts";

const VERSION = 1;

/** Tells the fingerprint of each finding in turn; what makes two findings alike is counted, so they are to be asked for in order. */
export interface Fingerprints {
  /**
   * Names a finding by what it is, not by where it stands: rule, service, operation, table, path, scope and the statement without
   * its literals and layout, and the how-manieth of its kind.
   */
  ofAccess(rule: string, service: string | undefined, access: TableAccess): string;
  /** Names a finding that is about no access by its rule, its file and what it says. */
  ofFault(rule: string, path: string, message: string): string;
}

export function createFingerprints(): Fingerprints {
  const seen = new Map<string, number>();

  function count(parts: readonly (string | number)[]): string {
    const identity = JSON.stringify(parts);
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return createHash("sha256").update(`${identity}#${nth}`).digest("hex").slice(0, 24);
  }

  return {
    ofAccess: (rule, service, { operation, table, place, scope, statement }) =>
      count([VERSION, rule, service ?? "", operation, table?.name.toLowerCase() ?? "", place.path, scope, normaliseStatement(statement)]),
    ofFault: (rule, path, message) => count([VERSION, rule, path, message]),
  };
}
