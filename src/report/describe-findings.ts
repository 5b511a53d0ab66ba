import type { BaselineUse, CheckReport, Finding } from "../model/finding.ts";
import { countOf, numberWords } from "./count-words.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";

/** The findings that are neither baselined nor suppressed, at most `limit` of them, in their order. */
export function newFindings(report: CheckReport, limit = Infinity): readonly Finding[] {
  return report.findings.filter(({ state }) => state === "new").slice(0, limit);
}

/** A finding on one line: what is wrong, how sure that is, and the way out. */
export function describeFinding({ message, help, access }: Finding): string {
  const likely = access?.certainty === "likely" ? " (likely)" : "";
  return `${printable(message)}${likely} ${printable(help)}`;
}

/** `2 errors and 1 warning`; undefined without findings. */
export function describeCounts(findings: readonly Finding[], paint: Paint): string | undefined {
  const counts = (["error", "warning"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [paint[severity](countOf(count, severity))] : [];
  });
  return counts.length > 0 ? counts.join(" and ") : undefined;
}

/** What is known and therefore not shown: how much of the baseline is left, and what comments suppress. */
export function describeKnown({ findings, baseline }: CheckReport): readonly string[] {
  const inState = (state: Finding["state"]): number => findings.filter((finding) => finding.state === state).length;
  const known = baseline ? baseline.entries.length - baseline.stale.length : inState("baselined");
  const suppressed = inState("suppressed");
  return [
    ...(known > 0 || baseline?.before ? [`${countOf(known, "known finding")} ${known === 1 ? "remains" : "remain"}${describeChange(known, baseline)}.`] : []),
    ...(suppressed > 0 ? [`${countOf(suppressed, "finding")} suppressed by comments.`] : []),
  ];
}

function describeChange(known: number, baseline: BaselineUse | undefined): string {
  const { count, at } = baseline?.before ?? { count: known, at: "" };
  return count === known ? "" : `, ${numberWords(Math.abs(count - known))} ${known < count ? "fewer" : "more"} than ${at}`;
}
