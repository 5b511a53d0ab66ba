import type { ColumnReference } from "../../model/declared-table.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { Call, Expression } from "../../model/syntax.ts";
import type { ReferentialAction } from "../../model/table-definition.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import type { Evaluation } from "../evaluator.ts";
import type { Site, Values } from "../value.ts";

/**
 * What the calls on a column say of a row that it points to: `.references("id").inTable("users").onDelete("CASCADE")` of knex,
 * `.references("users.id").onDelete("cascade")` of kysely, `.references(() => users.id, { onDelete: "cascade" })` of drizzle.
 */
export function referenceInCalls(evaluation: Evaluation, calls: readonly Call[], site: Site): ColumnReference | undefined {
  const named = (name: string): Call | undefined => calls.find(({ callee }) => callee.kind === "member" && callee.name === name);
  const references = named("references");
  const [target, options] = references?.arguments ?? [];
  if (!references || !target) return undefined;
  const values = (expression: Expression | undefined): Values => (expression ? evaluation.evaluate(expression, site) : []);
  const within = textAmong(values(named("inTable")?.arguments[0]));
  const table = within === undefined ? tableOfTarget(evaluation, target, site) : parseName(within);
  if (!table) return undefined;
  const said = (event: "onDelete" | "onUpdate"): ReferentialAction | undefined =>
    actionOf(textAmong(values(named(event)?.arguments[0])) ?? textAmong(memberOfValues(evaluation, values(options).filter(({ kind }) => kind === "composite"), event)));
  return { table, columns: columnsOfTarget(target, values(target)), onDelete: said("onDelete"), onUpdate: said("onUpdate"), place: { path: site.model.file.path, span: references.span } };
}

/** `foreignKey({ columns: [table.userId], foreignColumns: [users.id] }).onDelete("cascade")`, by the keys of the columns (orm.drizzle.team/docs/indexes-constraints, "Foreign key"). */
export function referencesInKeys(evaluation: Evaluation, given: Expression | undefined, name: string, site: Site): ReadonlyMap<string, ColumnReference> {
  const found = new Map<string, ColumnReference>();
  const calls = callsInside(given);
  for (const call of calls) {
    const [described] = call.arguments;
    if (call.callee.kind !== "name" || call.callee.name !== name || described?.kind !== "composite") continue;
    const listed = (key: string): readonly Expression[] => described.entries.flatMap((entry) => (entry.name === key && entry.value.kind === "composite" ? entry.value.entries.map(({ value }) => value) : []));
    const others = listed("foreignColumns");
    const table = others[0] && tableOfTarget(evaluation, others[0], site);
    if (!table) continue;
    const said = (event: "onDelete" | "onUpdate"): ReferentialAction | undefined => {
      const action = calls.find(({ callee, span }) => callee.kind === "member" && callee.name === event && span.start === call.span.start)?.arguments[0];
      return action && actionOf(textAmong(evaluation.evaluate(action, site)));
    };
    const reference = { table, columns: others.flatMap((other) => (other.kind === "member" ? [other.name] : [])), onDelete: said("onDelete"), onUpdate: said("onUpdate"), place: { path: site.model.file.path, span: call.span } };
    for (const column of listed("columns")) if (column.kind === "member") found.set(column.name, reference);
  }
  return found;
}

/** `"id"`, `"users.id"`, `["id", "clinic_id"]`, `() => users.id`. */
function columnsOfTarget(target: Expression, values: Values): readonly string[] {
  const text = textAmong(values);
  if (text !== undefined) return [text.slice(text.lastIndexOf(".") + 1)];
  if (target.kind === "composite") return target.entries.flatMap(({ value }) => (value.kind === "text" ? value.parts.flatMap((part) => (part.kind === "run" ? [part.text] : [])) : []));
  let column: string | undefined;
  walkSyntax([target], (node) => {
    if (node.kind === "member") column ??= node.name;
  });
  return column === undefined ? [] : [column];
}

/** `{ references: { model: "users", key: "id" }, onDelete: "CASCADE" }`: sequelize.org/docs/v6/core-concepts/assocs, "Foreign keys". */
export function referenceInObject(evaluation: Evaluation, value: Expression, site: Site): ColumnReference | undefined {
  const column = evaluation.evaluate(value, site).filter(({ kind }) => kind === "composite");
  const references = column.length > 0 ? memberOfValues(evaluation, column, "references") : [];
  const model = textAmong([...memberOfValues(evaluation, references, "model"), ...memberOfValues(evaluation, memberOfValues(evaluation, references, "model"), "tableName"), ...references]);
  if (model === undefined) return undefined;
  const said = (event: string): ReferentialAction | undefined => actionOf(textAmong(memberOfValues(evaluation, column, event)));
  const key = textAmong(memberOfValues(evaluation, references, "key"));
  return { table: parseName(model), columns: key === undefined ? [] : [key], onDelete: said("onDelete"), onUpdate: said("onUpdate"), place: { path: site.model.file.path, span: value.span } };
}

/** The calls in the function that a column is given: `(column) => column.references("users.id")`. */
export function callsInside(given: Expression | undefined): readonly Call[] {
  const calls: Call[] = [];
  if (given) {
    walkSyntax([given], (node) => {
      if (node.kind === "call") calls.push(node);
    });
  }
  return calls;
}

/** How a source writes an action, in small letters; undefined for other words. */
export function actionOf(written: string | undefined): ReferentialAction | undefined {
  const words = written?.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ").toLowerCase();
  return ACTIONS.find((action) => action === words);
}

const ACTIONS: readonly ReferentialAction[] = ["cascade", "set null", "set default", "restrict", "no action"];

/** `"users.id"`, or the table object of `() => users.id`. */
function tableOfTarget(evaluation: Evaluation, target: Expression, site: Site): TableName | undefined {
  const text = textAmong(evaluation.evaluate(target, site));
  if (text !== undefined) return text.includes(".") ? parseName(text.slice(0, text.lastIndexOf("."))) : undefined;
  let object: Expression | undefined;
  walkSyntax([target], (node) => {
    if (node.kind === "member") object ??= node.object;
  });
  const tables = object ? evaluation.evaluate(object, site) : [];
  return tables.flatMap((value) => (value.kind === "instance" && value.table?.table ? [value.table.table] : []))[0];
}

function parseName(written: string): TableName {
  const at = written.lastIndexOf(".");
  return { name: written.slice(at + 1), quoted: true, ...(at > 0 ? { schema: written.slice(0, at) } : {}) };
}

function textAmong(values: Values): string | undefined {
  return values.map(plainText).find((text) => text !== undefined && text !== "");
}
