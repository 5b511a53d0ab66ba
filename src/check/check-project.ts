import type { CheckReport } from "../model/finding.ts";
import { touchesTable } from "../model/touches-table.ts";
import { confirmAccess } from "./confirm-access.ts";
import { judgeReading, type JudgeInput } from "./judge-reading.ts";
import { recallProject, type KeptReading } from "./kept-reading.ts";
import type { Candidates } from "../model/source-file.ts";
import { readProject, type AccessInput, type ProjectReading } from "./read-project.ts";
import { mayCopy, withPart } from "./read-schema.ts";

export interface CheckInput extends AccessInput, JudgeInput {
  readonly book: NonNullable<AccessInput["book"]>;
  /** Every file of the project, where the candidates are a part of it. */
  readonly everything?: () => Candidates;
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
  const reading = recallProject(input, kept);
  return judgeReading(reading, { ...input, ...schemaOfWhole(reading, input) });
}

/** What a part of a project copies is told by the columns of the whole. */
function schemaOfWhole(part: ProjectReading, { everything, asked, ...input }: CheckInput): Pick<JudgeInput, "whole"> {
  if (!everything || !asked || !mayCopy(part)) return {};
  return { whole: withPart(readProject({ ...input, candidates: everything() }), part, asked) };
}
