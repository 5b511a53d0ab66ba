import type { CheckReport, Severity } from "../model/finding.ts";
import type { OwnershipBook, Service } from "../model/ownership.ts";
import type { Problem } from "../model/problem.ts";
import type { Rule } from "../model/rule.ts";
import type { Candidates, Project } from "../model/source-file.ts";
import type { TableAccess } from "../model/table-access.ts";

export interface AccessInput {
  readonly project: Project;
  /** What to judge; other files of the project are read where these use what they declare. */
  readonly candidates: Candidates;
  /** Undefined: no ownership.yaml, accesses belong to no service. */
  readonly book: OwnershipBook | undefined;
  readonly onProgress?: (filesRead: number) => void;
}

export interface CheckInput extends AccessInput {
  readonly book: OwnershipBook;
  readonly rules: readonly { readonly rule: Rule; readonly severity: Severity }[];
  /** The day on which exceptions are judged: `2026-11-23`. */
  readonly today: string;
}

export interface AccessReport {
  readonly accesses: readonly { readonly access: TableAccess; readonly service: Service | undefined }[];
  readonly problems: readonly Problem[];
  readonly files: number;
}

/** Every table access of the candidates, sorted by path and place. */
export declare function collectAccesses(input: AccessInput): AccessReport;

/** The gate: accesses judged by the rules. */
export declare function checkProject(input: CheckInput): CheckReport;
