import type { CheckReport } from "../model/finding.ts";
import { touchesTable } from "../model/touches-table.ts";
import { confirmAccess } from "./confirm-access.ts";
import { judgeReading, type JudgeInput } from "./judge-reading.ts";
import { recallProject, type KeptReading } from "./kept-reading.ts";
import type { AccessInput, ProjectReading } from "./read-project.ts";

export interface CheckInput extends AccessInput, JudgeInput {
  readonly book: NonNullable<AccessInput["book"]>;
}

/** `AccessReport` is what is read of a project, as far as reports of accesses show it. */
export type AccessReport = Pick<ProjectReading, "accesses" | "problems" | "files">;

/** Every table access of the candidates; comments and grants, which access nothing, left out. `kept` is what earlier runs read, where the candidates are the whole project. */
export function collectAccesses(input: AccessInput, kept?: KeptReading): AccessReport {
  const { accesses, problems, files } = recallProject(input, kept);
  const touching = accesses.filter(({ access }) => touchesTable(access.operation));
  return { accesses: touching.map(({ access, service }) => ({ access: confirmAccess(access), service })), problems, files };
}

/** The gate: accesses judged by the rules, and what comments, exceptions and the baseline let pass. */
export function checkProject(input: CheckInput, kept?: KeptReading): CheckReport {
  return judgeReading(recallProject(input, kept), input);
}
