import type { CompositeEntry, Expression, Parameter, Pattern, TextLiteral, TypeExpression, TypeParameter } from "../../../src/model/syntax.ts";

/** An expression in one line, near to source code; what the model does not know is not there. */
export function printExpression(node: Expression): string {
  switch (node.kind) {
    case "text":
      return printText(node);
    case "tagged":
      return `${printExpression(node.tag)}${printText(node.text)}`;
    case "literal":
      return node.raw;
    case "name":
      return node.name;
    case "member":
      return `${printExpression(node.object)}.${node.name}`;
    case "index":
      return `${printExpression(node.object)}[${node.index ? printExpression(node.index) : ":"}]`;
    case "call":
      return `${node.construct ? "new " : ""}${printExpression(node.callee)}${angled(node.typeArguments.map(printType))}(${node.arguments.map(printExpression).join(", ")})`;
    case "binary":
      return `(${printExpression(node.left)} ${node.operator} ${printExpression(node.right)})`;
    case "unary":
      return `(${node.operator} ${printExpression(node.operand)})`;
    case "conditional":
      return `(${printExpression(node.test)} ? ${printExpression(node.then)} : ${printExpression(node.otherwise)})`;
    case "assignment":
      return `${node.targets.map(printExpression).join(", ")} ${node.operator} ${node.values.map(printExpression).join(", ")}`;
    case "composite":
      return `${node.form}${node.type ? ` ${printType(node.type)}` : ""}{${node.entries.map(printEntry).join(", ")}}`;
    case "function":
      return `function ${node.modifiers.map((each) => `${each} `).join("")}${node.name ?? ""}${printSignature(node)}`;
    case "conversion":
      return `${printExpression(node.operand)} as ${node.type ? printType(node.type) : "?"}`;
    case "spread":
      return `...${printExpression(node.operand)}`;
    case "other":
      return `other(${[...node.expressions.map(printExpression), ...(node.type ? [`type ${node.type.aliased ? printType(node.type.aliased) : node.type.form}`] : [])].join(", ")})`;
  }
}

export function printType(type: TypeExpression): string {
  switch (type.kind) {
    case "named":
      return `${type.path.join(".")}${angled(type.arguments.map(printType))}`;
    case "list":
      return `[]${printType(type.element)}`;
    case "map":
      return `map[${printType(type.key)}]${printType(type.value)}`;
    case "function":
      return `function(${type.parameters.map(printParameter).join(", ")})${type.results.map((each) => ` ${printType(each)}`).join("")}`;
    case "record":
      return `{${[...type.fields.map((each) => `${each.name}: ${each.type ? printType(each.type) : "?"}`), ...type.methods.map((each) => `${each.name ?? ""}${printSignature(each)}`)].join("; ")}}`;
    case "union":
      return `(${type.members.map(printType).join(" | ")})`;
    case "literal":
      return JSON.stringify(type.text);
    case "unknown":
      return "unknown";
  }
}

export function printPattern(pattern: Pattern): string {
  const written = pattern.kind === "name" ? pattern.name || "_" : `{${pattern.parts.map((part) => `${part.rest ? "..." : ""}${part.property ?? "?"}: ${printPattern(part.pattern)}`).join(", ")}}`;
  return pattern.default ? `${written} = ${printExpression(pattern.default)}` : written;
}

interface Signature {
  readonly typeParameters?: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  readonly results: readonly TypeExpression[];
}

export function printSignature({ typeParameters = [], parameters, results }: Signature): string {
  const generic = angled(typeParameters.map((each) => `${each.name}${each.constraint ? ` extends ${printType(each.constraint)}` : ""}`));
  return `${generic}(${parameters.map(printParameter).join(", ")})${results.map((each) => ` ${printType(each)}`).join(",")}`;
}

export function printParameter({ pattern, type, rest, declaresField, decorators = [] }: Parameter): string {
  const marks = `${decorators.map((each) => `@${printExpression(each)} `).join("")}${declaresField ? "field " : ""}${rest ? "..." : ""}`;
  return `${marks}${printPattern(pattern)}${type ? `: ${printType(type)}` : ""}`;
}

function printText({ parts }: TextLiteral): string {
  return `"${parts.map((part) => (part.kind === "run" ? JSON.stringify(part.text).slice(1, -1) : `\${${printExpression(part.expression)}}`)).join("")}"`;
}

function printEntry({ name, key, value }: CompositeEntry): string {
  if (key === value) return printExpression(value);
  const label = name ?? (key && `[${printExpression(key)}]`);
  return label === undefined ? printExpression(value) : `${label}: ${printExpression(value)}`;
}

function angled(list: readonly string[]): string {
  return list.length > 0 ? `<${list.join(", ")}>` : "";
}
