import type { CheckReport, Finding } from "../model/finding.ts";
import { countOf } from "./count-words.ts";
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

/** A sentence a state: how many findings are known and therefore not shown. */
export function describeKnown(report: CheckReport): readonly string[] {
  return (["baselined", "suppressed"] as const).flatMap((state) => {
    const count = report.findings.filter((finding) => finding.state === state).length;
    return count > 0 ? [`${countOf(count, "known finding")} ${state}.`] : [];
  });
}
