import type { CheckReport } from "../model/finding.ts";
import { touchesTable } from "../model/touches-table.ts";
import { confirmAccess } from "./confirm-access.ts";
import { judgeReading, type JudgeInput } from "./judge-reading.ts";
import { readProject, type AccessInput, type ProjectReading } from "./read-project.ts";

export interface CheckInput extends AccessInput, JudgeInput {
  readonly book: NonNullable<AccessInput["book"]>;
}

/** `AccessReport` is what is read of a project, as far as reports of accesses show it. */
export type AccessReport = Pick<ProjectReading, "accesses" | "problems" | "files">;

/** Every table access of the candidates; comments and grants, which access nothing, left out. */
export function collectAccesses(input: AccessInput): AccessReport {
  const { accesses, problems, files } = readProject(input);
  const touching = accesses.filter(({ access }) => touchesTable(access.operation));
  return { accesses: touching.map(({ access, service }) => ({ access: confirmAccess(access), service })), problems, files };
}

/** The gate: accesses judged by the rules, and what comments, exceptions and the baseline let pass. */
export function checkProject(input: CheckInput): CheckReport {
  return judgeReading(readProject(input), input);
}
