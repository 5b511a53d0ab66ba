import type { Fault } from "./fault.ts";
import type { ResolvedAccess, Severity } from "./finding.ts";

/**
 * What is forbidden. Pure: an access in, a match or nothing out. Of the rules that match an access the first enabled one
 * in the order of `rules/index.ts` reports: one write, one finding.
 */
export interface Rule {
  readonly meta: RuleMeta;
  /** `undefined` where the rule has nothing to say. */
  judge(access: ResolvedAccess): RuleMatch | undefined;
}

/** The same for what lets findings pass: a fault in, a match or nothing out. */
export interface FaultRule {
  readonly meta: RuleMeta;
  judgeFault(fault: Fault): RuleMatch | undefined;
}

export type AnyRule = Rule | FaultRule;

/** A rule, and how severe it is in a run. */
export interface RuleSetting<Kind extends AnyRule = AnyRule> {
  readonly rule: Kind;
  readonly severity: Severity;
}

export interface RuleMeta {
  readonly id: string;
  /** `CW001`; a code is never used again for something else. */
  readonly code: string;
  /** One sentence for lists. */
  readonly description: string;
  /** Texts by message id; `{{name}}` is filled from `data`. The first sentence says what, `help` the way out. */
  readonly messages: Readonly<Record<string, MessageText>>;
  readonly presets: Readonly<Record<Preset, Severity>>;
}

export interface MessageText {
  readonly message: string;
  readonly help: string;
}

export type Preset = "recommended" | "strict";

export interface RuleMatch {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
}
