import type { Audit, CopiedTable, ExcusedWrites, ForeignChanges, IndirectChange, UnresolvedWrite } from "../../model/audit.ts";
import { compareTexts } from "../../model/compare-texts.ts";
import type { CheckReport, Finding, ResolvedAccess } from "../../model/finding.ts";
import type { OwnershipBook } from "../../model/ownership.ts";
import { touchesTable } from "../../model/touches-table.ts";
import { crossKeys, type KeyBetween } from "./cross-keys.ts";
import { findHotSpots } from "./find-hot-spots.ts";
import { readMatrix } from "./read-matrix.ts";
import { serviceOwning } from "./service-owning.ts";

export interface AuditInput {
  readonly resolved: readonly ResolvedAccess[];
  /** What the rules say of them, all rules on. */
  readonly report: Pick<CheckReport, "findings" | "problems" | "summary">;
  readonly keys: readonly KeyBetween[];
  readonly book: OwnershipBook;
}

/** The one-off report on a project: its accesses, and what the rules found about them. */
export function auditAccesses({ resolved, report: { findings, problems, summary }, keys, book }: AuditInput): Audit {
  const touching = resolved.filter(({ access }) => touchesTable(access.operation));
  const services = [...book.ownership.services.map(({ name }) => name), ...(touching.some(({ service }) => !service) ? [""] : [])];
  const of = (...rules: readonly string[]): readonly Finding[] => findings.filter(({ rule }) => rules.includes(rule));
  const { files, accesses, writes, unresolved } = summary;
  return {
    services,
    matrix: readMatrix(touching, services, book),
    hotSpots: findHotSpots(of("use-owner-api", "no-foreign-write", "no-foreign-schema-change", "no-indirect-write")),
    movable: groupChanges(of("use-owner-api")),
    waiting: groupChanges(of("no-foreign-write")),
    excused: groupExcused(touching, book),
    schemaChanges: groupChanges(of("no-foreign-schema-change")),
    indirect: of("no-indirect-write").flatMap(indirectChange),
    copies: of("no-duplicate-table").map(copiedTable),
    foreignKeys: crossKeys(keys, book),
    unresolved: touching.flatMap(unresolvedWrite),
    problems,
    summary: { files, accesses, writes, unresolved },
  };
}

function groupChanges(findings: readonly Finding[]): readonly ForeignChanges[] {
  return gather(
    findings.flatMap(({ service = "", owner, table = "", operation, api, place }) => {
      const call = api && { name: api.name, call: api.call, url: api.url };
      return operation ? [{ service, owner, table, operation, api: call, places: [place] }] : [];
    }),
  );
}

function groupExcused(resolved: readonly ResolvedAccess[], book: OwnershipBook): readonly ExcusedWrites[] {
  return gather(
    resolved.flatMap(({ access, service, standing }): readonly ExcusedWrites[] => {
      if (standing.kind !== "excused" || !service || access.operation === "read" || access.chain) return [];
      const { operation, table, place, dialect } = access;
      const [{ reason, until } = NO_EXCEPTION] = standing.exceptions;
      return [{ service: service.name, owner: table && serviceOwning(table, dialect, service, book), table: table?.name ?? "", operation, api: undefined, places: [place], reason, until }];
    }),
  );
}

const NO_EXCEPTION = { reason: "", until: undefined };

/** Those that differ in nothing but their places become one. */
function gather<Change extends ForeignChanges>(changes: readonly Change[]): readonly Change[] {
  const groups = new Map<string, Change>();
  for (const change of changes) {
    const key = JSON.stringify({ ...change, places: [] });
    const known = groups.get(key);
    groups.set(key, known ? { ...known, places: [...known.places, ...change.places] } : change);
  }
  const order = ({ owner = "", table, operation, service }: ForeignChanges): readonly string[] => [owner, table, operation, service];
  return [...groups.values()].sort((a, b) => order(a).map((text, index) => compareTexts(text, order(b)[index]!)).find((way) => way !== 0) ?? 0);
}

function indirectChange({ access, service = "", owner, table = "", operation, place }: Finding): readonly IndirectChange[] {
  return access?.chain && operation ? [{ service, owner, table, operation, chain: access.chain.map(({ text }) => text), place }] : [];
}

function copiedTable({ service = "", table = "", owner, message, place }: Finding): CopiedTable {
  return { service, table, owner, message, place };
}

function unresolvedWrite({ access: { operation, table, unresolved, toldBy, place }, service }: ResolvedAccess): readonly UnresolvedWrite[] {
  if (table || toldBy || operation === "read") return [];
  return [{ service: service?.name ?? "", operation, reason: unresolved ?? "the statement names none", place }];
}
