import type { CheckReport } from "../model/finding.ts";
import { touchesTable } from "../model/touches-table.ts";
import { confirmAccess } from "./confirm-access.ts";
import { judgeReading, type JudgeInput } from "./judge-reading.ts";
import type { KeptReading } from "./kept-reading.ts";
import { readAsked, type AskedInput, type AskedReading } from "./read-asked.ts";
import { readProject, type AccessInput, type ProjectReading } from "./read-project.ts";
import { mayCopy, withPart } from "./read-schema.ts";

export interface CheckInput extends AskedInput, JudgeInput {
  readonly book: NonNullable<AccessInput["book"]>;
  readonly asked?: (path: string) => boolean;
}

/** `AccessReport` is what is read of a project, as far as reports of accesses show it. */
export type AccessReport = Pick<ProjectReading, "accesses" | "problems" | "files">;

/** Every table access of the candidates; comments and grants, which access nothing, left out. `kept` is what earlier runs read, where the candidates are the whole project. */
export function collectAccesses(input: AskedInput, kept?: KeptReading): AccessReport {
  const { accesses, problems, files } = readAsked(input, kept).reading;
  const touching = accesses.filter(({ access }) => touchesTable(access.operation));
  return { accesses: touching.map(({ access, service }) => ({ access: confirmAccess(access), service })), problems, files };
}

/** The gate: accesses judged by the rules, and what comments, exceptions and the baseline let pass. `kept` is what earlier runs found, where the candidates are the whole project. */
export function checkProject(input: CheckInput, kept?: KeptReading): CheckReport {
  const { rules, today, baseline = null } = input;
  const terms = [rules.map(({ rule, severity }) => [rule.meta.id, severity]), today, baseline];
  const before = kept?.loadReport(terms);
  if (before) return before;
  const asked = readAsked(input, kept);
  const report = judgeReading(asked.reading, { ...input, ...schemaOfWhole(asked, input) });
  kept?.saveReport(terms, report);
  return report;
}

/** What a part of a project copies is told by the columns of the whole. */
export function schemaOfWhole({ reading, whole }: AskedReading, { everything, asked, ...input }: CheckInput): Pick<JudgeInput, "whole"> {
  if (!everything || !asked || !mayCopy(reading)) return {};
  return { whole: withPart(whole ?? readProject({ ...input, candidates: everything() }), reading, asked) };
}
