import type { Binding, Export, Import, Scope, SourceModel, ValuePart } from "../../../src/model/source-model.ts";
import type { Expression, Field, FunctionNode, Statement, TypeDeclaration } from "../../../src/model/syntax.ts";
import { walkSyntax } from "../../../src/model/walk-syntax.ts";
import { printExpression, printParameter, printPattern, printSignature, printType } from "./expression.ts";

/** A model as text for people: what was read, then which names each scope binds. */
export function printModel(model: SourceModel): string {
  const sections = [
    ...(model.packageName === undefined ? [] : [`package ${model.packageName}`]),
    section("imports", model.imports.map(printImport)),
    section("exports", model.exports.map(printExport)),
    section("script", model.script ? [printExpression(model.script)] : []),
    section("statements", model.statements.flatMap(printStatement)),
    section("scopes", scopesOf(model).flatMap(printScope)),
    section("comments", model.comments.map(({ text }) => JSON.stringify(text))),
    section("problems", model.problems.map(({ message, span }) => `${span?.start ?? 0} ${message}`)),
  ];
  return `${sections.filter((each) => each !== "").join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...indent(lines)].join("\n");
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function printImport({ module, names }: Import): string {
  return `${JSON.stringify(module)} ${names.map(({ imported, local }) => `${imported} as ${local ?? "its own name"}`).join(", ")}`.trimEnd();
}

function printExport({ name, local, from, value, whole }: Export): string {
  const parts = [
    ...(whole ? ["the module itself"] : []),
    ...(local === undefined ? [] : [`local ${local}`]),
    ...(from ? [`${from.imported} from ${JSON.stringify(from.module)}`] : []),
    ...(value ? [`value ${printExpression(value)}`] : []),
  ];
  return `${name}: ${parts.join(", ")}`;
}

function printStatement(node: Statement): readonly string[] {
  switch (node.kind) {
    case "expression":
      return [printExpression(node.expression), ...functionsIn(node.expression)];
    case "variable": {
      const values = node.values.length > 0 ? ` = ${node.values.map(printExpression).join(", ")}` : "";
      const line = `${node.constant ? "constant" : "variable"} ${node.targets.map(printPattern).join(", ")}${node.type ? `: ${printType(node.type)}` : ""}${values}`;
      return [line, ...node.values.flatMap(functionsIn)];
    }
    case "function":
      return [functionLine(node), ...bodyOf(node)];
    case "type":
      return printDeclaration(node);
    case "block":
      return ["block", ...indent(node.statements.flatMap(printStatement))];
    case "branch":
      return [`branch${node.exhaustive ? ", one of" : ""}`, ...indent(node.header.flatMap(printStatement)), ...node.blocks.flatMap((block) => ["- block", ...indent(indent(block.statements.flatMap(printStatement)))])];
    case "loop": {
      const { each } = node;
      const over = each ? ` ${each.assigns ? "assigning " : ""}${each.key ? `key ${printPattern(each.key)} ` : ""}${each.element ? `element ${printPattern(each.element)} ` : ""}of ${printExpression(each.list)}` : "";
      return [`loop${over}`, ...indent(node.header.flatMap(printStatement)), "- block", ...indent(indent(node.body.statements.flatMap(printStatement)))];
    }
    case "return":
      return [`return ${node.values.map(printExpression).join(", ")}`.trimEnd(), ...node.values.flatMap(functionsIn)];
  }
}

function functionLine(node: FunctionNode): string {
  const decorators = node.decorators.map((each) => `@${printExpression(each)} `).join("");
  const modifiers = node.modifiers.map((each) => `${each} `).join("");
  const receiver = node.receiver ? `(${printParameter(node.receiver)}) ` : "";
  return `${decorators}function ${modifiers}${receiver}${node.name ?? ""}${printSignature(node)}`;
}

function bodyOf(node: FunctionNode): readonly string[] {
  return node.body ? indent(node.body.statements.flatMap(printStatement)) : ["  no body"];
}

/** The bodies of functions inside an expression, below the line that holds it. */
function functionsIn(expression: Expression): readonly string[] {
  const lines: string[] = [];
  walkSyntax([expression], (node) => {
    if (node.kind === "function") lines.push(`where ${functionLine(node)}`, ...bodyOf(node));
    if (node.kind === "type" && node.form !== "alias") lines.push("where", ...indent(printDeclaration(node)));
    return node.kind !== "function" && node.kind !== "type";
  });
  return indent(lines);
}

function printDeclaration(node: TypeDeclaration): readonly string[] {
  const generic = (node.typeParameters ?? []).map((each) => `${each.name}${each.constraint ? ` extends ${printType(each.constraint)}` : ""}`);
  const line = [
    ...node.decorators.map((each) => `@${printExpression(each)}`),
    `${node.form} ${node.name ?? ""}${generic.length > 0 ? `<${generic.join(", ")}>` : ""}`,
    ...node.extends.map((each) => `extends ${printExpression(each)}`),
    ...node.implements.map((each) => `implements ${printType(each)}`),
    ...(node.aliased ? [`= ${printType(node.aliased)}`] : []),
  ].join(" ");
  return [line, ...indent([...node.fields.flatMap(printField), ...node.methods.flatMap((each) => [functionLine(each), ...bodyOf(each)])])];
}

function printField({ name, type, value, embedded, modifiers, decorators, tag }: Field): readonly string[] {
  const marks = [...decorators.map((each) => `@${printExpression(each)} `), ...modifiers.map((each) => `${each} `), embedded ? "embedded " : ""].join("");
  const line = `field ${marks}${name}${type ? `: ${printType(type)}` : ""}${value ? ` = ${printExpression(value)}` : ""}${tag === undefined ? "" : ` tagged ${JSON.stringify(tag)}`}`;
  return [line, ...(value ? functionsIn(value) : [])];
}

/** Every scope that some offset lies in, outer ones first. */
function scopesOf(model: SourceModel): readonly Scope[] {
  const scopes = new Set<Scope>();
  for (let offset = 0; offset <= model.file.text.length; offset++) {
    for (let scope: Scope | undefined = model.scopeAt(offset); scope; scope = scope.parent) scopes.add(scope);
  }
  return [...scopes].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function printScope(scope: Scope): readonly string[] {
  if (scope.bindings.size === 0) return [];
  const own = scope.kind === "function" ? ` ${scope.function?.name ?? "without a name"}` : scope.kind === "type" ? ` ${scope.type?.name ?? ""}` : "";
  return [`${scope.kind}${own}${scope.conditional ? `, a ${scope.conditional}'s` : ""}`, ...indent([...scope.bindings.values()].flatMap(printBinding))];
}

function printBinding(binding: Binding): readonly string[] {
  const { kind, name, type, value, part, parameter, import: imported, assignments } = binding;
  const place = parameter ? ` ${parameter.index}` : "";
  const from = imported ? ` ${imported.imported} of ${JSON.stringify(imported.module)}` : "";
  const line = `${kind}${place} ${name}${type ? `: ${printType(type)}` : ""}${from}${value ? ` = ${printExpression(value)}` : ""}${printPart(part)}`;
  return [line, ...assignments.map((each) => `  ${each.operator} ${printExpression(each.value)}${printPart(each.part)}${each.scope.conditional ? ` in a ${each.scope.conditional}` : ""}`)];
}

function printPart(part: ValuePart | undefined): string {
  if (part === undefined) return "";
  switch (part.kind) {
    case "result":
      return `, result ${part.index}`;
    case "path":
      return `, path ${part.path.map((each) => each ?? "?").join(".") || "itself"}${part.default ? ` or ${printExpression(part.default)}` : ""}`;
    default:
      return `, ${part.kind}`;
  }
}
