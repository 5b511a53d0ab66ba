import { unknownName } from "./fill-unknown-parts.ts";

/** A node of node-sql-parser's tree. Its builds differ in details, so every field is asked for. */
type Node = Readonly<Record<string, unknown>>;

interface NamedTable {
  readonly table: string;
  readonly alias: string | undefined;
}

/**
 * The writes in a tree, as `operation table`. The parser's own list of tables is no use: it calls the FROM tables of an UPDATE
 * updated and leaves out SELECT INTO, ALTER and MERGE. Walks with a stack of its own.
 */
export function writesOfTree(tree: unknown): readonly string[] {
  const writes: string[] = [];
  const stack: unknown[] = [tree];
  for (let value = stack.pop(); stack.length > 0 || value !== undefined; value = stack.pop()) {
    if (Array.isArray(value)) stack.push(...(value as readonly unknown[]));
    else if (isNode(value)) {
      writes.push(...writesOfNode(value));
      stack.push(...Object.values(value));
    }
  }
  return writes;
}

function writesOfNode(node: Node): readonly string[] {
  switch (node["type"]) {
    case "insert":
    case "replace":
      return name(insertOperation(node), tablesOf(node["table"]));
    case "update":
      return node["table"] ? name("update", updatedTables(node)) : [];
    case "delete":
      return name("delete", deletedTables(node));
    case "truncate":
      return name("truncate", tablesOf(node["name"]));
    case "drop":
      return isTableOrView(node) ? name("drop", tablesOf(node["name"])) : [];
    case "create":
      return isTableOrView(node) ? name("create", tablesOf(node["table"] ?? node["view"])) : [];
    case "alter":
      return node["expr"] !== undefined && node["table"] ? name("alter", tablesOf(node["table"])) : [];
    case "rename":
      return name("alter", listOf(node["table"]).flatMap((pair) => tablesOf(pair).slice(0, 1)));
    case "merge":
      return name("merge", tablesOf(node["table"] ?? node["into"]));
    case "select":
      return selectedInto(node);
    default:
      return [];
  }
}

function name(operation: string, tables: readonly NamedTable[]): readonly string[] {
  return tables.map(({ table }) => `${operation} ${table.includes(unknownName) ? "?" : table.toLowerCase()}`);
}

function insertOperation(node: Node): string {
  const conflict = isNode(node["conflict"]) && isNode(node["conflict"]["action"]) ? node["conflict"]["action"]["expr"] : undefined;
  if (node["on_duplicate_update"] || (isNode(conflict) && conflict["type"] === "update")) return "upsert";
  const replaces = node["type"] === "replace" || listOf(node["or"]).some((word) => isNode(word) && /^replace$/i.test(String(word["value"])));
  return replaces ? "replace" : "insert";
}

/** The tables whose columns are assigned where UPDATE lists several, else its one table, through an alias of its FROM list. */
function updatedTables(node: Node): readonly NamedTable[] {
  const tables = tablesOf(node["table"]);
  const [first] = tables;
  if (first === undefined) return [];
  if (tables.length === 1) return [tablesOf(node["from"]).find((table) => table.alias === first.table) ?? first];
  const assigned = listOf(node["set"]).map((set) => (isNode(set) && typeof set["table"] === "string" ? named(tables, set["table"]) : first));
  return assigned.flatMap((table) => table ?? []);
}

function deletedTables(node: Node): readonly NamedTable[] {
  const listed = tablesOf(node["from"]);
  const targets = tablesOf(node["table"]);
  return targets.length === 0 ? listed.slice(0, 1) : targets.map((target) => named(listed, target.table) ?? target);
}

function selectedInto(node: Node): readonly string[] {
  const into = node["into"];
  return isNode(into) && typeof into["expr"] === "string" && into["position"] === "column" ? name("create", [{ table: into["expr"], alias: undefined }]) : [];
}

function named(tables: readonly NamedTable[], text: string): NamedTable | undefined {
  return tables.find((table) => table.alias === text) ?? tables.find((table) => table.table === text);
}

function tablesOf(value: unknown): readonly NamedTable[] {
  return listOf(value).flatMap((item) => {
    if (!isNode(item)) return [];
    const table = item["table"] ?? item["view"];
    return typeof table === "string" ? [{ table, alias: typeof item["as"] === "string" ? item["as"] : undefined }] : [];
  });
}

function isTableOrView(node: Node): boolean {
  return typeof node["keyword"] === "string" && /^(?:table|view)$/i.test(node["keyword"]);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
