import type { TableLookup, TableUsage, TableUse } from "../../model/table-usage.ts";
import { callText } from "../call-text.ts";
import { countOf } from "../count-words.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { createPaint, type Paint } from "../paint.ts";
import { printable, printableAtStart } from "../printable.ts";
import { describeProblems } from "../problem-lines.ts";
import type { ReportContext, UsageReporter } from "../reporter.ts";

/** For people: whose the table is, what to call, and the places by what they do. */
export const text: UsageReporter = { name: "text", description: "for people: the owner, then the places by what they do", render };

function render({ usages, problems, files }: TableLookup, context: ReportContext): string {
  const paint = createPaint(context.colors);
  const ranges = createRangeFinder(context.sourceText);
  const blocks = usages.flatMap((usage) => describeUsage(usage, ranges, context, paint));
  if (problems.length > 0) blocks.push(describeProblems(problems, ranges, paint));
  blocks.push(`Read ${countOf(files, "file")}.`);
  return `${blocks.join("\n\n")}\n`;
}

const KINDS: readonly (readonly [TableUse["kind"], string])[] = [
  ["write", "Written by"],
  ["indirect", "Changed, without being named, by"],
  ["schema", "Created and altered by"],
  ["read", "Read by"],
];

function describeUsage(usage: TableUsage, ranges: RangeFinder, { maxDiagnostics }: ReportContext, paint: Paint): readonly string[] {
  const calls = Object.entries(usage.calls).flatMap(([operation, call]) => (call ? [`  ${operation}: ${printable(callText(call))}`] : []));
  const uses = usage.uses.slice(0, maxDiagnostics);
  const hidden = usage.uses.length - uses.length;
  return [
    `${paint.strong(printableAtStart(usage.table))} ${describeOwner(usage, ranges)}`,
    ...(calls.length > 0 ? [["Others change it through", ...calls].join("\n")] : []),
    ...KINDS.flatMap(([kind, title]) => {
      const ofKind = uses.filter((use) => use.kind === kind);
      return ofKind.length > 0 ? [[paint.strong(title), ...useLines(ofKind, ranges, paint)].join("\n")] : [];
    }),
    ...(usage.uses.length === 0 ? ["No statement that was read touches it."] : []),
    ...(hidden > 0 ? [`${countOf(hidden, "place")} more not shown.`] : []),
  ];
}

function describeOwner({ owner }: TableUsage, ranges: RangeFinder): string {
  switch (owner?.kind) {
    case "service":
      return `belongs to ${printable(owner.service.name)} (${placeOf(owner.entry.place, ranges)}).`;
    case "shared":
      return `is shared: everybody writes it (${placeOf(owner.entry.place, ranges)}).`;
    case "ambiguous":
      return `belongs to ${owner.services.map(({ name }) => printable(name)).join(" or ")}: it cannot be told in which database it is.`;
    case "ignored":
      return "is ignored: it is a tool's own table, or under `ignore` in ownership.yaml.";
    case "nobody":
      return "belongs to nobody: ownership.yaml does not name it.";
    case undefined:
      return "belongs to nobody: there is no ownership.yaml.";
  }
}

function useLines(uses: readonly TableUse[], ranges: RangeFinder, paint: Paint): readonly string[] {
  const rows = uses.map((use) => ({ use, cells: [printableAtStart(use.service ?? "no service"), use.operation, placeOf(use.place, ranges)] }));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map(({ cells }) => cells[column]!.length)));
  return rows.map(({ use: { kind, scope, standing, chain }, cells }) => {
    const words = [
      ...(scope === "" ? [] : [`in ${printable(scope)}`]),
      ...(chain.length > 0 ? [`through ${chain.map(printable).join(" -> ")}`] : []),
      ...(standing === "own" || kind === "read" ? [] : [standing === "foreign" ? paint.error("foreign") : "foreign, allowed by ownership.yaml"]),
    ];
    return `  ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}  ${words.join(", ")}`.trimEnd();
  });
}

function placeOf(place: TableUse["place"], ranges: RangeFinder): string {
  const { line, column } = ranges.rangeOf(place).start;
  return printable(`${place.path}:${line}:${column}`);
}
