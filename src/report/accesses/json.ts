import type { Service } from "../../model/ownership.ts";
import type { TableAccess } from "../../model/table-access.ts";
import { problemObject } from "../findings/json.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { printableJson } from "../printable.ts";
import type { AccessInventory, AccessReporter, ReportContext } from "../reporter.ts";

/** For programs; `dist/report.schema.json` describes it. */
export const json: AccessReporter = { name: "json", description: "for programs: everything, as report.schema.json describes it", render };

function render(inventory: AccessInventory, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const document = {
    schemaVersion: 1,
    tool: { name: "cross-write-check", version: context.toolVersion },
    accesses: inventory.accesses.slice(0, context.maxDiagnostics).map(({ access, service }) => accessObject(access, service, ranges)),
    problems: inventory.problems.map((problem) => problemObject(problem, ranges)),
    files: inventory.files,
  };
  return `${printableJson(document)}\n`;
}

function accessObject(access: TableAccess, service: Service | undefined, ranges: RangeFinder): object {
  const { place, operation, table, certainty, via, call, scope, unresolved, toldBy, chain, indirect } = access;
  return {
    path: place.path,
    range: ranges.rangeOf(place),
    operation,
    table: table?.name ?? null,
    schema: table?.schema ?? null,
    database: table?.database ?? null,
    service: service?.name ?? null,
    certainty,
    via,
    call: call ?? null,
    scope,
    ...(unresolved === undefined ? {} : { unresolved }),
    ...(toldBy ? { toldBy } : {}),
    ...(chain ? { chain: chain.map(({ text }) => text) } : {}),
    ...(indirect ? { indirect: indirect.map((each) => ({ table: each.table.name, schema: each.table.schema ?? null, operation: each.operation, chain: each.chain.map(({ text }) => text) })) } : {}),
  };
}
