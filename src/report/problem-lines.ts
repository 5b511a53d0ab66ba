import type { Problem } from "../model/problem.ts";
import type { RangeFinder } from "./line-index.ts";
import type { Paint } from "./paint.ts";
import { printablePath } from "./printable.ts";

/** What could not be read, under one heading, a line each. */
export function describeProblems(problems: readonly Problem[], ranges: RangeFinder, paint: Paint): string {
  return [paint.strong("Not read:"), ...problems.map((problem) => `  ${problemLine(problem, ranges)}`)].join("\n");
}

/** `path:line:column message. Help.`; line and column only where the problem has a place in the file. */
export function problemLine(problem: Problem, ranges: RangeFinder, pathPrefix = ""): string {
  const start = problem.span && ranges.rangeOf({ path: problem.path, span: problem.span }).start;
  const place = start ? `${problem.path}:${start.line}:${start.column}` : problem.path;
  return printablePath(`${pathPrefix}${place} ${problem.message}${problem.help === undefined ? "" : ` ${problem.help}`}`);
}
