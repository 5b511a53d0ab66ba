import { loadModule, parseSync } from "libpg-query";
import { toJudgement } from "./judgement.ts";
import type { Judgement } from "./judgement.ts";

type Node = Readonly<Record<string, unknown>>;
type Names = ReadonlySet<string>;

const tableObjects = new Set(["OBJECT_TABLE", "OBJECT_VIEW", "OBJECT_MATVIEW", "OBJECT_FOREIGN_TABLE"]);

/** PostgreSQL's own grammar: parses a statement and gives what its tree writes and reads; undefined where it does not parse. */
export async function postgresJudge(): Promise<(sql: string) => Judgement | undefined> {
  await loadModule();
  return (sql) => {
    let tree: unknown;
    try {
      tree = parseSync(sql);
    } catch {
      return undefined;
    }
    const visitor = new TreeReading();
    visitor.visit(tree, new Set());
    return toJudgement(visitor.writes, visitor.reads);
  };
}

/** Collects from one tree. What a common table expression hides is no table. */
class TreeReading {
  readonly writes: (readonly [string, string])[] = [];
  readonly reads: string[] = [];

  visit(value: unknown, hidden: Names): void {
    if (Array.isArray(value)) for (const item of value) this.visit(item, hidden);
    else if (isNode(value)) this.visitFields(value, hidden);
  }

  private visitFields(node: Node, outer: Names): void {
    const hidden = isNode(node["withClause"]) ? this.visitWith(node["withClause"], outer) : outer;
    for (const [key, value] of Object.entries(node)) {
      if (key === "withClause") continue;
      if (!isNode(value) || !this.visitStatement(key, value, hidden)) this.visit(value, hidden);
    }
  }

  /** The names that the statement sees; the queries themselves are visited on the way. */
  private visitWith(clause: Node, outer: Names): Names {
    const tables = (clause["ctes"] as readonly Node[]).map((item) => item["CommonTableExpr"] as Node);
    const names = tables.map((table) => table["ctename"] as string);
    if (clause["recursive"] === true) {
      const all = new Set([...outer, ...names]);
      for (const table of tables) this.visit(table["ctequery"], all);
      return all;
    }
    const seen = new Set(outer);
    for (const table of tables) {
      this.visit(table["ctequery"], new Set(seen));
      seen.add(table["ctename"] as string);
    }
    return seen;
  }

  /** Whether the node was a statement whose own tables were told apart from those that it reads. */
  private visitStatement(kind: string, node: Node, outer: Names): boolean {
    const hidden = isNode(node["withClause"]) ? this.visitWith(node["withClause"], outer) : outer;
    switch (kind) {
      case "RangeVar":
        if (node["schemaname"] !== undefined || !hidden.has(node["relname"] as string)) this.reads.push(node["relname"] as string);
        return true;
      case "InsertStmt":
        if (isNode(node["onConflictClause"]) && node["onConflictClause"]["action"] === "ONCONFLICT_UPDATE") this.write("update", node["relation"]);
        return this.writeAndVisit("insert", node, ["relation"], hidden);
      case "UpdateStmt":
        return this.writeAndVisit("update", node, ["relation"], hidden);
      case "DeleteStmt":
        return this.writeAndVisit("delete", node, ["relation"], hidden);
      case "MergeStmt":
        return this.writeAndVisit("merge", node, ["relation"], hidden);
      case "TruncateStmt":
        for (const relation of node["relations"] as readonly Node[]) this.write("truncate", relation["RangeVar"]);
        return true;
      case "CopyStmt":
        if (node["is_from"] === true) this.write("insert", node["relation"]);
        else if (isNode(node["relation"])) this.reads.push(node["relation"]["relname"] as string);
        this.visit(node["query"], hidden);
        return true;
      case "CreateForeignTableStmt":
        return this.visitStatement("CreateStmt", node["base"] as Node, hidden);
      case "CreateStmt":
        return this.writeAndVisit("create", node, ["relation", "inhRelations", "constraints"], hidden);
      case "TableLikeClause":
        this.reads.push((node["relation"] as Node)["relname"] as string);
        return true;
      case "Constraint":
        return true;
      case "CreateTableAsStmt":
        this.write("create", (node["into"] as Node)["rel"]);
        this.visit(node["query"], hidden);
        return true;
      case "SelectStmt":
        if (isNode(node["intoClause"])) this.write("create", node["intoClause"]["rel"]);
        this.visitRest(node, ["withClause", "intoClause"], hidden);
        return true;
      case "ViewStmt":
        return this.writeAndVisit("create", node, ["view"], hidden);
      case "DropStmt":
        if (tableObjects.has(node["removeType"] as string)) for (const name of node["objects"] as readonly Node[]) this.writes.push(["drop", lastName(name)]);
        return true;
      case "AlterTableStmt":
        if (tableObjects.has(node["objtype"] as string)) this.write("alter", node["relation"]);
        return true;
      case "RenameStmt":
        if (renamesTable(node)) this.write("alter", node["relation"]);
        return true;
      case "IndexStmt":
      case "CreateTrigStmt":
      case "RuleStmt":
      case "CommentStmt":
      case "GrantStmt":
      case "LockStmt":
      case "CreateStatsStmt":
        return true;
      default:
        return false;
    }
  }

  private writeAndVisit(operation: string, node: Node, targets: readonly string[], hidden: Names): boolean {
    this.write(operation, node[targets[0]!]);
    this.visitRest(node, [...targets, "withClause"], hidden);
    return true;
  }

  private visitRest(node: Node, without: readonly string[], hidden: Names): void {
    for (const [key, value] of Object.entries(node)) {
      if (without.includes(key)) continue;
      if (key === "larg" || key === "rarg") this.visitStatement("SelectStmt", value as Node, hidden);
      else this.visit(value, hidden);
    }
  }

  private write(operation: string, relation: unknown): void {
    if (isNode(relation)) this.writes.push([operation, relation["relname"] as string]);
  }
}

/** Renames a table or a view, or a column or constraint of one. */
function renamesTable(node: Node): boolean {
  const renamed = node["renameType"] as string;
  return renamed === "OBJECT_TABCONSTRAINT" || tableObjects.has(renamed === "OBJECT_COLUMN" ? (node["relationType"] as string) : renamed);
}

function lastName(list: Node): string {
  const items = (list["List"] as Node)["items"] as readonly { readonly String: { readonly sval: string } }[];
  return items.at(-1)!.String.sval;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
