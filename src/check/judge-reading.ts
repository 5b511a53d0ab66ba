import { findBaselineFaults } from "../judge/baseline/find-baseline-faults.ts";
import { matchBaseline } from "../judge/baseline/match-baseline.ts";
import { judgeAccesses } from "../judge/judge-accesses.ts";
import { judgeFaults } from "../judge/judge-faults.ts";
import { withCaused } from "../judge/caused-writes.ts";
import { resolveAccess } from "../judge/resolve-access.ts";
import { applySuppressions } from "../judge/suppressions/apply-suppressions.ts";
import { findExceptionFaults } from "../judge/suppressions/find-exception-faults.ts";
import type { Baseline, BaselineEntry } from "../model/baseline.ts";
import { comparePlaces } from "../model/compare-places.ts";
import type { DeclaredTable } from "../model/declared-table.ts";
import type { CheckReport, ResolvedAccess } from "../model/finding.ts";
import type { OwnershipBook, Service } from "../model/ownership.ts";
import type { Problem } from "../model/problem.ts";
import type { FaultRule, Rule, RuleSetting } from "../model/rule.ts";
import type { ProjectSchema } from "../model/schema.ts";
import type { TableAccess } from "../model/table-access.ts";
import { nearestWord } from "../ownership/nearest-word.ts";
import { findTableCopy } from "../schema/find-table-copy.ts";
import { laterName } from "../schema/later-name.ts";
import type { AccessInput, ProjectReading } from "./read-project.ts";
import { callsRoutine, mayCopy, readSchema, type SchemaReading } from "./read-schema.ts";
import { confirmAccess } from "./confirm-access.ts";
import { summarise } from "./summarise.ts";

export interface JudgeInput extends Pick<AccessInput, "project"> {
  readonly book: OwnershipBook;
  readonly rules: readonly RuleSetting[];
  /** The day on which exceptions are judged: `2026-11-23`. */
  readonly today: string;
  /** The findings that are known. */
  readonly baseline?: Baseline;
  /**
   * Which files the candidates stand for, be they there or not, where that is a part of the project. Without it they are the whole
   * project, and what lets no finding pass anywhere is found too.
   */
  readonly asked?: (path: string) => boolean;
  /** What was read of the whole project, where the reading is a part of it: columns of other services' tables are told from it. */
  readonly whole?: SchemaReading;
}

/** Of a reading what is judged. */
export type JudgedReading = Pick<ProjectReading, "accesses" | "declared" | "notes" | "unusedNotes" | "problems" | "files">;

/** Judges what was read by the rules, and leaves out nothing: what comments and the baseline let pass is marked. */
export function judgeReading(reading: JudgedReading, input: JudgeInput): CheckReport {
  return judgeWithAccesses(reading, input).report;
}

/** The same, with the accesses that were judged. */
export function judgeWithAccesses(reading: JudgedReading, input: JudgeInput): { readonly report: CheckReport; readonly resolved: readonly ResolvedAccess[] } {
  const { book, rules, today, baseline, asked = everyFile } = input;
  const complete = input.asked === undefined;
  const { accesses, notes, unusedNotes, problems, files } = reading;

  const schema = mayCopy(reading) ? readSchema(input.whole ?? reading, book, input.project) : undefined;
  const ofAccesses = accesses.filter(isJudged(book)).flatMap((each) => withCaused(each, book)).map(({ access, service }) => resolve(access, service, book, schema, today));
  const found = [...ofAccesses, ...(schema ? declaredCopies(reading.declared, book, schema, today) : [])];
  const resolved = schema ? withKeptCopies(found, () => copiesIn(input.whole ?? reading, book, schema, today)) : found;
  const judged = judgeAccesses(resolved, rules.filter(judgesAccesses)).map((finding) => (finding.access ? { ...finding, access: confirmAccess(finding.access) } : finding));
  const suppressed = applySuppressions(judged, notes, { rules: rules.filter(judgesAccesses), today, complete, nearest: nearestWord });
  const known = matchBaseline(suppressed.findings, baseline?.entries ?? [], entriesJudgedBy(input, problems));

  const leftovers = complete ? [...unusedNotes, ...findExceptionFaults(book.ownership, resolved, today), ...(baseline ? findBaselineFaults(baseline, known.stale) : [])] : [];
  const faults = [...suppressed.faults, ...leftovers].filter(({ place }) => asked(place.path));
  const ofFaults = judgeFaults(faults, rules.filter(judgesFaults), (path) => book.serviceOf(path)?.name);

  const findings = [...known.findings, ...ofFaults].sort((a, b) => comparePlaces(a.place, b.place));
  const report: CheckReport = {
    findings,
    problems,
    summary: summarise(files, accesses.map(({ access }) => access), findings),
    ...(baseline && { baseline: { entries: baseline.entries, stale: known.stale } }),
  };
  return { report, resolved: ofAccesses };
}

/**
 * A query and the code generated from it are one write: the query is judged, unless the code is another service's. What the callers of a
 * function tell is judged where they do, unless they are another service's too: what such a function writes is everyone's.
 */
function isJudged(book: OwnershipBook): (item: ProjectReading["accesses"][number]) => boolean {
  const isOthers = (paths: readonly string[], service: Service | undefined): boolean => paths.some((path) => book.serviceOf(path) !== service);
  return ({ access: { repeats, toldBy }, service }) => (!repeats || isOthers([repeats.path], service)) && (!toldBy || isOthers(toldBy, service));
}

function resolve(access: TableAccess, service: Service | undefined, book: OwnershipBook, schema: ProjectSchema | undefined, today: string): ResolvedAccess {
  const resolved = resolveAccess(access, service, book, today, schema && laterName(access, service, schema));
  const copy = service && access.operation === "create-table" ? findTableCopy(access, service, book, schema) : undefined;
  return copy ? { ...resolved, copy } : resolved;
}

/** A statement that calls a routine may fill a copy which it does not name. */
function withKeptCopies(resolved: readonly ResolvedAccess[], copiesOfProject: () => readonly ResolvedAccess[]): readonly ResolvedAccess[] {
  if (!resolved.some(({ access }) => callsRoutine(access))) return resolved;
  const keyOf = ({ access: { table }, service }: ResolvedAccess): string => `${service?.name} ${table?.name.toLowerCase()}`;
  const copies = new Map(copiesOfProject().map((each) => [keyOf(each), each.copy]));
  return resolved.map((each) => {
    const copy = callsRoutine(each.access) ? copies.get(keyOf(each)) : undefined;
    return copy ? { ...each, copy } : each;
  });
}

/** The tables of a project that copy others. */
function copiesIn({ accesses, declared }: SchemaReading, book: OwnershipBook, schema: ProjectSchema, today: string): readonly ResolvedAccess[] {
  const created = accesses.filter(({ access }) => access.operation === "create-table").map(({ access, service }) => resolve(access, service, book, schema, today));
  return [...created.filter(({ copy }) => copy), ...declaredCopies(declared, book, schema, today)];
}

/** Models of tables that copy another's and that no statement creates: what a library makes of them. */
function declaredCopies(declared: readonly DeclaredTable[], book: OwnershipBook, schema: ProjectSchema, today: string): readonly ResolvedAccess[] {
  return declared.flatMap(({ table, place, via }) => {
    const service = book.serviceOf(place.path);
    const isCreated = schema.tables.some(({ name, created, service: owner }) => created && owner === service && name.name.toLowerCase() === table.name.toLowerCase());
    if (!service || isCreated) return [];
    const access: TableAccess = { operation: "create-table", table, place, via, certainty: "certain", call: undefined, scope: "", dialect: book.ownership.dialect, statement: `create-table ${table.name}` };
    const resolved = resolve(access, service, book, schema, today);
    return resolved.copy ? [resolved] : [];
  });
}

/** Whether a run would find an entry's finding again: its file was asked for and could be read as a whole, and its rule is not off. */
function entriesJudgedBy({ asked = everyFile, rules, project }: JudgeInput, problems: readonly Problem[]): (entry: BaselineEntry) => boolean {
  const off = new Set(rules.filter(({ severity }) => severity === "off").map(({ rule }) => rule.meta.id));
  const damaged = new Set(problems.map(({ path }) => path));
  const unreadable = (path: string): boolean => project.has(path) && project.text(path) === undefined;
  return ({ path, rule }) => asked(path) && !off.has(rule) && !damaged.has(path) && !unreadable(path);
}

function everyFile(): boolean {
  return true;
}

function judgesAccesses(enabled: RuleSetting): enabled is RuleSetting<Rule> {
  return "judge" in enabled.rule;
}

function judgesFaults(enabled: RuleSetting): enabled is RuleSetting<FaultRule> {
  return "judgeFault" in enabled.rule;
}
