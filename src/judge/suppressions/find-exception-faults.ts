import type { ExceptionFault } from "../../model/fault.ts";
import type { ResolvedAccess } from "../../model/finding.ts";
import type { Exception, Ownership } from "../../model/ownership.ts";

/** The reviewed exceptions that have expired, or that excuse none of the accesses, which are those of the whole project. */
export function findExceptionFaults({ allow, reads }: Ownership, accesses: readonly ResolvedAccess[], today: string): readonly ExceptionFault[] {
  const used = new Set<Exception>();
  for (const { access, standing } of accesses) {
    const needed = access.operation !== "read" || reads === "deny";
    if (standing.kind === "excused" && needed) for (const exception of standing.exceptions) used.add(exception);
  }
  return allow.flatMap((exception): readonly ExceptionFault[] => {
    const expired = exception.until !== undefined && exception.until < today;
    if (!expired && used.has(exception)) return [];
    return [{ kind: "exception", place: exception.place, fault: expired ? "expired" : "unused", exception }];
  });
}
