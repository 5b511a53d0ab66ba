import type { DeclaredKey } from "../../model/declared-table.ts";
import type { RelationKind } from "../../model/relation-rules.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { Expression } from "../../model/syntax.ts";
import type { ReferentialAction } from "../../model/table-definition.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import { actionOf } from "../tables/reference-of-column.ts";
import type { TableReference } from "../value.ts";
import type { Edge } from "./schema-edges.ts";

interface EdgeEnds {
  readonly owner: TableReference;
  readonly related: TableReference;
  readonly joining: TableReference | undefined;
  readonly holder: RelationKind["holder"];
  /** What columns are named after: the schema, and the related one. */
  readonly label: string;
  readonly relatedLabel: string;
  /** The inverse of the edge. */
  readonly other: Edge | undefined;
}

/**
 * The foreign keys that an edge makes. Where it does not say what is done, rows of a joining table go, keys that may be null are set so, and
 * others forbid it: github.com/ent/ent, entc/gen/graph.go, "Tables" and "deleteAction"; entgo.io/docs/schema-edges, "On Delete".
 */
export function keysOfEdge(edge: Edge, { owner, related, joining, holder, label, relatedLabel, other }: EdgeEnds): readonly DeclaredKey[] {
  const key = (child: TableReference | undefined, column: string, parent: TableReference, otherwise: ReferentialAction): readonly DeclaredKey[] => {
    const [from, to]: readonly (TableName | undefined)[] = [child?.table, parent.table];
    if (!from || !to) return [];
    const actions = edge.onDelete ? { onDelete: edge.onDelete } : { onDelete: otherwise, byDefault: true as const };
    return [{ child: from, columns: [column], references: { table: to, columns: [], onUpdate: undefined, place: edge.place, ...actions } }];
  };
  const name = edge.column ?? other?.column ?? `${label}_${edge.name}`;
  switch (holder) {
    case "owner":
      return key(owner, name, related, edge.required ? "no action" : "set null");
    case "related":
      return key(related, name, owner, other?.required ? "no action" : "set null");
    case "joining":
      return [...key(joining, `${label}_id`, owner, "cascade"), ...key(joining, `${relatedLabel}_id`, related, "cascade")];
  }
}

/** `entsql.OnDelete(entsql.Cascade)`, `entsql.Annotation{OnDelete: entsql.Cascade}`: entgo.io/docs/schema-annotations, "Foreign Keys". */
export function actionIn(annotations: readonly Expression[], word: string): ReferentialAction | undefined {
  let said: ReferentialAction | undefined;
  walkSyntax(annotations, (node) => {
    if (node.kind === "call" && node.callee.kind === "member" && node.callee.name === word) said ??= actionNamed(node.arguments[0]);
    if (node.kind === "composite") said ??= actionNamed(node.entries.find(({ name }) => name === word)?.value);
  });
  return said;
}

/** `entsql.SetNull`. */
function actionNamed(expression: Expression | undefined): ReferentialAction | undefined {
  return expression?.kind === "member" ? actionOf(expression.name) : undefined;
}
