import type { NoteFault } from "../../model/fault.ts";
import type { Finding, Severity } from "../../model/finding.ts";
import type { RuleMeta } from "../../model/rule.ts";
import type { FileNotes, NoteMistake, Suppression } from "../../model/suppression.ts";
import { isCovered } from "./is-covered.ts";

export interface SuppressionContext {
  /** Rules that a comment can suppress, with their severities in this run. */
  readonly rules: readonly { readonly rule: { readonly meta: RuleMeta }; readonly severity: Severity }[];
  /** `2026-11-23` */
  readonly today: string;
  /** Every file was read: what excuses nothing now excuses nothing at all. */
  readonly complete: boolean;
  /** The nearest of some words to one that was written. */
  readonly nearest: (written: string, words: readonly string[]) => string | undefined;
}

export interface SuppressionResult {
  /** All findings in their order, some of them suppressed. */
  readonly findings: readonly Finding[];
  readonly faults: readonly NoteFault[];
}

/** Suppresses the findings that comments excuse, and tells which comments excuse none. */
export function applySuppressions(findings: readonly Finding[], notes: readonly FileNotes[], context: SuppressionContext): SuppressionResult {
  const offers = notes.flatMap(({ suppressions }) => suppressions).flatMap((suppression) => offersOf(suppression, context));
  const used = new Set<Offer>();
  const marked = findings.map((finding): Finding => {
    const offer = offers.find((candidate) => !candidate.expired && candidate.rule === finding.rule && covers(candidate, finding));
    if (!offer) return finding;
    used.add(offer);
    return { ...finding, state: "suppressed" };
  });
  const mistakes = notes.flatMap((file) => file.mistakes.map((mistake) => describeMistake(mistake, context)));
  const idle = offers.filter((offer) => !used.has(offer)).flatMap((offer) => faultOf(offer, marked, context));
  return { findings: marked, faults: [...mistakes, ...idle] };
}

/** One rule of one comment. */
interface Offer {
  readonly suppression: Suppression;
  /** As written. */
  readonly written: string;
  /** The rule's id; undefined where there is no such rule. */
  readonly rule: string | undefined;
  readonly severity: Severity;
  readonly expired: boolean;
}

function offersOf(suppression: Suppression, { rules, today }: SuppressionContext): readonly Offer[] {
  const expired = suppression.until !== undefined && suppression.until < today;
  return suppression.rules.map((written) => {
    const named = rules.find(({ rule: { meta } }) => meta.id === written || meta.code === written.toUpperCase());
    return { suppression, written, rule: named?.rule.meta.id, severity: named?.severity ?? "off", expired };
  });
}

function covers({ suppression: { place, covers } }: Offer, { access }: Finding): boolean {
  return access !== undefined && isCovered(access, place.path, covers);
}

function faultOf(offer: Offer, findings: readonly Finding[], { rules, complete, nearest }: SuppressionContext): readonly NoteFault[] {
  const { suppression, written, rule, severity, expired } = offer;
  const common = { kind: "note", place: suppression.place, written } as const;
  if (rule === undefined) return [{ ...common, fault: "unknown-rule", ...suggest(nearest(written, rules.map((each) => each.rule.meta.id))) }];
  if (expired) return [{ ...common, fault: "expired", ...(suppression.until && { until: suppression.until }) }];
  if (!complete || severity === "off") return [];
  return [{ ...common, fault: "unused-rule", ...suggest(findings.find((finding) => finding.state === "new" && covers(offer, finding))?.rule) }];
}

function describeMistake({ place, kind, written }: NoteMistake, { nearest }: SuppressionContext): NoteFault {
  const suggestion = kind === "unknown-word" ? (nearest(written, NOTES) ?? NOTES[0]) : undefined;
  return { kind: "note", place, fault: kind, written, ...suggest(suggestion) };
}

const NOTES = ["cross-write-ignore", "cross-write-ignore-file", "cross-write-table"];

function suggest(suggestion: string | undefined): Pick<NoteFault, "suggestion"> {
  return suggestion === undefined ? {} : { suggestion };
}
