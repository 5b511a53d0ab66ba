import type { Fault } from "../model/fault.ts";
import type { Finding } from "../model/finding.ts";
import type { FaultRule, RuleSetting } from "../model/rule.ts";
import { fillMessage } from "./fill-message.ts";
import { createFingerprints } from "./fingerprint.ts";

/** One finding a fault: of the rules that match the first enabled one reports. `serviceOf` names the service of a file. */
export function judgeFaults(faults: readonly Fault[], rules: readonly RuleSetting<FaultRule>[], serviceOf: (path: string) => string | undefined): readonly Finding[] {
  const fingerprints = createFingerprints();
  return faults.flatMap((fault) => {
    for (const { rule, severity } of rules) {
      const match = severity === "off" ? undefined : rule.judgeFault(fault);
      if (!match || severity === "off") continue;
      const text = fillMessage(rule.meta, match);
      return [
        {
          rule: rule.meta.id,
          code: rule.meta.code,
          severity,
          ...text,
          place: fault.place,
          service: fault.kind === "exception" ? fault.exception.service : serviceOf(fault.place.path),
          operation: undefined,
          table: undefined,
          owner: undefined,
          api: undefined,
          access: undefined,
          fingerprint: fingerprints.ofFault(rule.meta.id, fault.place.path, text.message),
          state: "new",
        } satisfies Finding,
      ];
    }
    return [];
  });
}
