import { describe, expect, it } from "vitest";
import { noUselessSuppression } from "../../rules/no-useless-suppression.ts";
import { judgeFaults } from "../../src/judge/judge-faults.ts";
import type { BaselineEntry } from "../../src/model/baseline.ts";
import type { ExceptionFault, Fault, NoteFault } from "../../src/model/fault.ts";
import type { Exception, TableEntry } from "../../src/model/ownership.ts";

const place = { path: "backend/clinic/owners.go", span: { start: 0, end: 1 } };
const stale: BaselineEntry = { path: place.path, scope: "Rename", rule: "use-owner-api", operation: "update", table: "users", service: "clinic", fingerprint: "5f1c" };

const SENTENCES: readonly (readonly [Fault, string])[] = [
  [note("unknown-word", "cross-write-ingore", { suggestion: "cross-write-ignore" }), "`cross-write-ingore` is no comment that cross-write-check knows. Write `cross-write-ignore`."],
  [note("no-rule", ""), "This comment names no rule and suppresses nothing. Write cross-write-ignore, the rule, ` -- ` and the reason."],
  [note("no-reason", "use-owner-api"), "This comment gives no reason and suppresses nothing. Write ` -- ` and the reason behind the rule."],
  [note("bad-date", "2026-02-30"), "`until=2026-02-30` is no day, and this comment suppresses nothing. Write the last day as in until=2027-01-31."],
  [note("no-table", ""), "This comment names no table. Write cross-write-table: and the table that the statement means."],
  [note("unknown-rule", "owners"), "There is no rule `owners` to suppress. See which rules there are: cross-write-check explain."],
  [note("unknown-rule", "use-owner-apis", { suggestion: "use-owner-api" }), "There is no rule `use-owner-apis` to suppress. Write `use-owner-api`."],
  [note("expired", "use-owner-api", { until: "2026-10-01" }), "This comment suppressed `use-owner-api` until 2026-10-01. Mend what it hid, or review the reason and set another day."],
  [note("unused-rule", "use-owner-api"), "This comment suppresses `use-owner-api`, which finds nothing here. Remove it."],
  [
    note("unused-rule", "no-foreign-write", { suggestion: "use-owner-api" }),
    "This comment suppresses `no-foreign-write`, which finds nothing here, but `use-owner-api` does. Mend the finding, or write `use-owner-api`.",
  ],
  [note("unused-table", "users"), "This comment tells that a statement means users, and there is none beside it whose table is unknown. Remove it."],
  [exception("expired"), "The exception of admin for `users`, `main.pets` has expired on 2026-10-01. Remove it and mend the writes, or review its reason and set another day."],
  [exception("unused"), "The exception of admin for `users`, `main.pets` excuses nothing. Remove it."],
  [{ kind: "baseline", place, stale: [stale] }, "The baseline knows `use-owner-api` in backend/clinic/owners.go, which is gone. Run `cross-write-check baseline --prune` and commit the file."],
  [
    { kind: "baseline", place, stale: [stale, stale, stale] },
    "The baseline knows 3 findings that are gone, the first `use-owner-api` in backend/clinic/owners.go. Run `cross-write-check baseline --prune` and commit the file.",
  ],
];

describe("messages of faults", () => {
  it.each(SENTENCES.map(([fault, sentence]) => ({ fault, sentence })))("$sentence", ({ fault, sentence }) => {
    const [finding] = judgeFaults([fault], [{ rule: noUselessSuppression, severity: "error" }], () => "clinic");
    expect(`${finding?.message} ${finding?.help}`).toBe(sentence);
  });

  it("have a sentence here for every text", () => {
    const used = new Set(SENTENCES.map(([fault]) => noUselessSuppression.judgeFault(fault)?.messageId));
    expect(Object.keys(noUselessSuppression.meta.messages).filter((id) => !used.has(id))).toEqual([]);
  });

  it("are none where the rule is off", () => {
    expect(judgeFaults([exception("unused")], [{ rule: noUselessSuppression, severity: "off" }], () => undefined)).toEqual([]);
  });
});

function note(fault: NoteFault["fault"], written: string, more: Pick<NoteFault, "until" | "suggestion"> = {}): NoteFault {
  return { kind: "note", place, fault, written, ...more };
}

function exception(fault: ExceptionFault["fault"]): ExceptionFault {
  const tables = [
    { pattern: "users", schema: undefined },
    { pattern: "pets", schema: "main" },
  ].map((table): TableEntry => ({ ...table, calls: {}, copyOf: undefined, place }));
  const allowed: Exception = { service: "admin", tables, operations: [], columns: [], reason: "moderators ban users", until: "2026-10-01", issue: undefined, place };
  return { kind: "exception", place, fault, exception: allowed };
}
