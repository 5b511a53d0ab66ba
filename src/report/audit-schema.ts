import { closed, count, listOf, text, textOrNull, texts } from "./schema-parts.ts";

const place = { path: text("Relative to the root, with `/`."), range: { $ref: "#/definitions/range" } };
const operation = { $ref: "#/definitions/operation" };
const owner = textOrNull("The service that owns the table; null where nobody does, or it cannot be told who.");

const foreignChange = {
  service: text("Whose code it is."),
  owner,
  table: text("The table that is changed."),
  operation,
  api: { oneOf: [{ type: "null" }, { $ref: "#/definitions/api" }], description: "What to call instead." },
  places: listOf("place"),
};

/** The definitions of `report.schema.json` that only audits have. */
export const auditSchema = {
  auditReport: closed({
    schemaVersion: { const: 1 },
    tool: { $ref: "#/definitions/tool" },
    services: texts("Those of ownership.yaml."),
    matrix: listOf("matrixRow"),
    hotSpots: closed({ tables: listOf("hotSpot"), services: listOf("hotSpot"), files: listOf("hotSpot") }),
    movable: listOf("foreignChange"),
    waiting: listOf("foreignChange"),
    excused: listOf("excusedWrite"),
    schemaChanges: listOf("foreignChange"),
    indirect: listOf("indirectChange"),
    copies: listOf("copiedTable"),
    foreignKeys: listOf("crossKey"),
    unresolved: listOf("unresolvedWrite"),
    problems: listOf("problem"),
    summary: closed({
      files: count("Files looked at."),
      accesses: count("Table accesses found, reads and writes."),
      writes: count("Accesses that write."),
      unresolved: count("Writes whose table cannot be told from the source."),
    }),
  }),
  matrixRow: closed({ table: text("With its schema, where that is not the default one."), owner: textOrNull("A service, or `shared`; null where nobody owns it."), cells: listOf("matrixCell") }),
  matrixCell: closed({
    service: textOrNull("Null for code of no service."),
    reads: count("Statements that read the table."),
    writes: count("Statements that write it."),
    foreign: count("How many of the writes are of another service's table."),
    indirect: count("How often statements change the table without naming it, where it is another service's."),
  }),
  hotSpot: closed({ name: text("A table, a service or a file."), changes: count("How many foreign changes."), besides: texts("The services that change a table; else the tables that are changed.") }),
  place: closed(place),
  foreignChange: closed(foreignChange),
  excusedWrite: closed({ ...foreignChange, reason: text("As ownership.yaml gives it."), until: textOrNull("The last day: `2027-03-31`.") }),
  indirectChange: closed({ service: foreignChange.service, owner, table: foreignChange.table, operation, chain: texts("From the statement to the table."), ...place }),
  copiedTable: closed({ service: foreignChange.service, table: text("The copy."), owner: textOrNull("The service whose table it copies."), message: text("What it copies, and how that is known."), ...place }),
  crossKey: closed({
    table: text("The table that has the key."),
    columns: texts("Its columns."),
    owner,
    references: text("The table that it points to."),
    referencesOwner: text("The service that owns that."),
    onDelete: textOrNull("`CASCADE`, `SET NULL` or `SET DEFAULT`; null where the rows are left alone."),
    onUpdate: textOrNull("The same when the key changes."),
    ...place,
  }),
  unresolvedWrite: closed({ service: textOrNull("Null for code of no service."), operation, reason: text("Why the table cannot be told, to follow \"because\"."), ...place }),
};
