import type { Finding, ResolvedAccess } from "../model/finding.ts";
import type { Rule, RuleSetting } from "../model/rule.ts";
import { fillMessage } from "./fill-message.ts";
import { createFingerprints } from "./fingerprint.ts";

/** One write, one finding: of the rules that match an access the first enabled one reports. Findings keep the accesses' order. */
export function judgeAccesses(accesses: readonly ResolvedAccess[], rules: readonly RuleSetting<Rule>[]): readonly Finding[] {
  const fingerprints = createFingerprints();
  const findings: Finding[] = [];
  for (const resolved of accesses) {
    for (const { rule, severity } of rules) {
      if (severity === "off") continue;
      const match = rule.judge(resolved);
      if (!match) continue;
      const { access, service, standing } = resolved;
      findings.push({
        rule: rule.meta.id,
        code: rule.meta.code,
        severity,
        ...fillMessage(rule.meta, match),
        place: access.place,
        service: service?.name,
        operation: access.operation,
        table: access.table?.name,
        owner: standing.kind === "foreign" ? standing.owner.name : resolved.copy?.owner.name,
        api: standing.kind === "foreign" ? standing.api : undefined,
        access,
        ...(standing.kind === "foreign" ? { ownedAt: standing.entry.place } : {}),
        fingerprint: fingerprints.ofAccess(rule.meta.id, service?.name, access),
        state: "new",
      });
      break;
    }
  }
  return findings;
}
