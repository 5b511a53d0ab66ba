import { describeReading, numberWords } from "../count-words.ts";
import { groupByPath } from "../group-by-path.ts";
import { createRangeFinder, type RangeFinder } from "../line-index.ts";
import { createPaint, type Paint } from "../paint.ts";
import { printable } from "../printable.ts";
import { describeProblems } from "../problem-lines.ts";
import type { AccessInventory, AccessReporter, ReportContext } from "../reporter.ts";

/** For people: accesses grouped by file, a line each, then the counts. */
export const text: AccessReporter = { name: "text", description: "for people: grouped by file, one line an access", render };

type Row = AccessInventory["accesses"][number];

function render(inventory: AccessInventory, context: ReportContext): string {
  const paint = createPaint(context.colors);
  const ranges = createRangeFinder(context.sourceText);
  const shown = inventory.accesses.slice(0, context.maxDiagnostics);
  const blocks = [...groupByPath(shown, ({ access }) => access.place.path)].map(([path, rows]) =>
    [paint.path(printable(path)), ...describeRows(rows, ranges, paint)].join("\n"),
  );
  if (inventory.problems.length > 0) blocks.push(describeProblems(inventory.problems, ranges, paint));
  blocks.push(describeSummary(inventory, shown.length));
  return `${blocks.join("\n\n")}\n`;
}

const WIDEST_COLUMN = 40;

function describeRows(rows: readonly Row[], ranges: RangeFinder, paint: Paint): string[] {
  const cells = rows.map((row) => ({ row, columns: describeColumns(row, ranges) }));
  const widths = [0, 1, 2].map((index) => Math.min(WIDEST_COLUMN, Math.max(...cells.map(({ columns }) => columns[index]!.length))));
  return cells.map(({ row, columns }) => {
    const [position, operation, table] = columns.map((column, index) => column.padEnd(widths[index]!));
    return `  ${paint.faint(position!)}  ${operation}  ${paint.strong(table!)}  ${describeCarrier(row)}`;
  });
}

function describeColumns({ access }: Row, ranges: RangeFinder): readonly [string, string, string] {
  const { line, column } = ranges.rangeOf(access.place).start;
  const { database, schema, name } = access.table ?? { name: "?" };
  const table = [database, schema, name].filter((part) => part !== undefined).join(".");
  return [`${line}:${column}`, access.operation, printable(table)];
}

/** How the access reaches the database, whose code it is, and what is unsure about it. */
function describeCarrier({ access, service }: Row): string {
  const words = [
    access.via,
    ...(access.call === undefined ? [] : [printable(access.call)]),
    ...(access.scope === "" ? [] : [`in ${printable(access.scope)}`]),
    ...(service === undefined ? [] : [`of ${printable(service.name)}`]),
    ...(access.certainty === "likely" ? ["(likely)"] : []),
    ...(access.unresolved === undefined ? [] : [`(table unknown because ${printable(access.unresolved)}${access.toldBy ? ": its callers tell it" : ""})`]),
  ];
  return words.join(" ");
}

function describeSummary({ accesses, files }: AccessInventory, shown: number): string {
  const writes = accesses.filter(({ access }) => access.operation !== "read").length;
  const unresolved = accesses.filter(({ access }) => access.table === undefined && !access.toldBy).length;
  const reading = describeReading({ files, accesses: accesses.length, writes, unresolved });
  const hidden = accesses.length - shown;
  return hidden > 0 ? `${reading} ${numberWords(hidden)} not shown.` : reading;
}
