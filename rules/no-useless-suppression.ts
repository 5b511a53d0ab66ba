import type { BaselineFault, ExceptionFault, Fault, NoteFault } from "../src/model/fault.ts";
import type { FaultRule, RuleMatch } from "../src/model/rule.ts";

const prune = "Run `cross-write-check baseline --prune` and commit the file.";

export const noUselessSuppression: FaultRule = {
  meta: {
    id: "no-useless-suppression",
    code: "CW010",
    description: "A comment, a reviewed exception or an entry of the baseline lets pass what is not there.",
    messages: {
      "unknown-word": { message: "`{{written}}` is no comment that cross-write-check knows.", help: "Write `{{suggestion}}`." },
      "no-rule": { message: "This comment names no rule and suppresses nothing.", help: "Write cross-write-ignore, the rule, ` -- ` and the reason." },
      "no-reason": { message: "This comment gives no reason and suppresses nothing.", help: "Write ` -- ` and the reason behind the rule." },
      "bad-date": { message: "`until={{written}}` is no day, and this comment suppresses nothing.", help: "Write the last day as in until=2027-01-31." },
      "no-table": { message: "This comment names no table.", help: "Write cross-write-table: and the table that the statement means." },
      "unknown-rule": { message: "There is no rule `{{written}}` to suppress.", help: "See which rules there are: cross-write-check explain." },
      "misspelt-rule": { message: "There is no rule `{{written}}` to suppress.", help: "Write `{{suggestion}}`." },
      "expired": { message: "This comment suppressed `{{written}}` until {{until}}.", help: "Mend what it hid, or review the reason and set another day." },
      "unused-rule": { message: "This comment suppresses `{{written}}`, which finds nothing here.", help: "Remove it." },
      "other-rule": { message: "This comment suppresses `{{written}}`, which finds nothing here, but `{{suggestion}}` does.", help: "Mend the finding, or write `{{suggestion}}`." },
      "unused-table": { message: "This comment tells that a statement means {{written}}, and there is none beside it whose table is unknown.", help: "Remove it." },
      "expired-exception": { message: "The exception of {{service}} for {{tables}} has expired on {{until}}.", help: "Remove it and mend the writes, or review its reason and set another day." },
      "unused-exception": { message: "The exception of {{service}} for {{tables}} excuses nothing.", help: "Remove it." },
      "stale-entry": { message: "The baseline knows `{{rule}}` in {{path}}, which is gone.", help: prune },
      "stale-entries": { message: "The baseline knows {{count}} findings that are gone, the first `{{rule}}` in {{path}}.", help: prune },
    },
    presets: { recommended: "error", strict: "error" },
  },
  judgeFault(fault: Fault) {
    switch (fault.kind) {
      case "note":
        return judgeNote(fault);
      case "exception":
        return judgeException(fault);
      case "baseline":
        return judgeBaseline(fault);
    }
  },
};

function judgeNote({ fault, written, until = "", suggestion }: NoteFault): RuleMatch {
  if (suggestion === undefined) return { messageId: fault, data: { written, until } };
  const messageId = fault === "unknown-rule" ? "misspelt-rule" : fault === "unused-rule" ? "other-rule" : fault;
  return { messageId, data: { written, suggestion } };
}

function judgeException({ fault, exception: { service, tables, until = "" } }: ExceptionFault): RuleMatch {
  const names = tables.map(({ schema, pattern }) => `\`${schema === undefined ? "" : `${schema}.`}${pattern}\``).join(", ");
  return { messageId: `${fault}-exception`, data: { service, tables: names, until } };
}

function judgeBaseline({ stale }: BaselineFault): RuleMatch {
  const { rule = "", path = "" } = stale[0] ?? {};
  return { messageId: stale.length === 1 ? "stale-entry" : "stale-entries", data: { rule, path, count: String(stale.length) } };
}
