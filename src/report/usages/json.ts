import type { OwnerCall } from "../../model/finding.ts";
import type { TableLookup, TableUsage } from "../../model/table-usage.ts";
import { problemObject } from "../findings/json.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { printableJson } from "../printable.ts";
import type { ReportContext, UsageReporter } from "../reporter.ts";

/** For programs; `dist/report.schema.json` describes it. */
export const json: UsageReporter = { name: "json", description: "for programs: everything, as report.schema.json describes it", render };

function render({ usages, problems, files }: TableLookup, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const document = {
    schemaVersion: 1,
    tool: { name: "cross-write-check", version: context.toolVersion },
    tables: usages.map((usage) => usageObject(usage, ranges, context)),
    problems: problems.map((problem) => problemObject(problem, ranges)),
    files,
  };
  return `${printableJson(document)}\n`;
}

function usageObject({ table, owner, calls, uses }: TableUsage, ranges: RangeFinder, { maxDiagnostics }: ReportContext): object {
  const call = (api: OwnerCall | undefined): object | null => (api ? { name: api.name, call: api.call ?? null, url: api.url ?? null } : null);
  return {
    table,
    ownership: owner?.kind ?? null,
    owners: owner?.kind === "service" ? [owner.service.name] : owner?.kind === "ambiguous" ? owner.services.map(({ name }) => name) : [],
    calls: { insert: call(calls.insert), update: call(calls.update), delete: call(calls.delete) },
    uses: uses.slice(0, maxDiagnostics).map(({ kind, operation, service, standing, scope, chain, place }) => ({ kind, operation, service: service ?? null, standing, scope, chain, path: place.path, range: ranges.rangeOf(place) })),
  };
}
