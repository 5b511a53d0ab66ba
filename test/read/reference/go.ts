import { createRequire } from "node:module";
import type { Node } from "web-tree-sitter";
import { Language, Parser } from "web-tree-sitter";
import type { SourceModel } from "../../../src/model/source-model.ts";
import type { Facts } from "./facts.ts";
import { callFact, decoded, nodesOf, textFact } from "./facts.ts";

export interface GoFacts extends Facts {
  /** Span and number of entries of literals that name their type. */
  readonly composites: ReadonlySet<string>;
}

export interface RealGoFacts extends GoFacts {
  /** `name@offset` of everything declared. */
  readonly names: ReadonlySet<string>;
}

/** Loads tree-sitter's Go grammar, compiled to WebAssembly. */
export async function loadGoParser(): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve("@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm")));
  return parser;
}

/** Facts of tree-sitter; undefined where it finds a syntax error. */
export function realFacts(parser: Parser, text: string): RealGoFacts | undefined {
  const tree = parser.parse(text);
  if (!tree) return undefined;
  const facts = { texts: new Set<string>(), calls: new Set<string>(), composites: new Set<string>(), names: new Set<string>() };
  const sound = !tree.rootNode.hasError;
  if (sound) visit(tree.rootNode, text, facts);
  tree.delete();
  return sound ? facts : undefined;
}

export function modelFacts(model: SourceModel): GoFacts {
  const { text } = model.file;
  const texts = new Set<string>();
  const calls = new Set<string>();
  const composites = new Set<string>();
  for (const node of nodesOf(model)) {
    if (node.kind === "text") texts.add(textFact(node.span.start, node.span.end, comparable(text.slice(node.span.start, node.span.end), decoded(node))));
    if (node.kind === "call") calls.add(callFact(node.callee.span.start, node.span.end, node.arguments.length));
    if (node.kind === "conversion" && node.type && text[node.span.end - 1] === ")" && node.operand.span.start > node.type.span.start) {
      calls.add(callFact(node.span.start, node.span.end, 1));
    }
    if (node.kind === "composite" && text[node.span.start] !== "{") composites.add(callFact(node.span.start, node.span.end, node.entries.length));
  }
  return { texts, calls, composites };
}

interface Sets {
  readonly texts: Set<string>;
  readonly calls: Set<string>;
  readonly composites: Set<string>;
  readonly names: Set<string>;
}

function visit(node: Node, text: string, facts: Sets): void {
  switch (node.type) {
    case "import_declaration":
      return;
    case "interpreted_string_literal":
    case "raw_string_literal":
      if (node.parent?.type !== "field_declaration") facts.texts.add(textFact(node.startIndex, node.endIndex, comparable(node.text, undefined)));
      return;
    case "call_expression": {
      const callee = withoutParentheses(node.childForFieldName("function")!);
      facts.calls.add(callFact(callee.startIndex, node.endIndex, elementsOf(node.childForFieldName("arguments")!)));
      break;
    }
    case "type_conversion_expression": {
      const type = node.childForFieldName("type")!;
      // tree-sitter takes `*(*[]byte)(p)` for a conversion to a pointer; by Go's grammar it is a pointer, converted and followed.
      const converted = type.type === "pointer_type" ? type.namedChildren[0]! : type;
      facts.calls.add(callFact(withoutParentheses(converted).startIndex, node.endIndex, 1));
      break;
    }
    case "array_type":
      // The model keeps no lengths: they are numbers.
      visit(node.childForFieldName("element")!, text, facts);
      return;
    case "composite_literal":
      facts.composites.add(callFact(node.startIndex, node.endIndex, elementsOf(node.childForFieldName("body")!)));
      break;
  }
  addNames(node, facts.names);
  for (const child of node.namedChildren) visit(child, text, facts);
}

function addNames(node: Node, names: Set<string>): void {
  for (const name of declaredBy(node)) {
    if (name.type.endsWith("identifier") && name.text !== "_") names.add(`${name.text}@${name.startIndex}`);
  }
}

function declaredBy(node: Node): readonly Node[] {
  switch (node.type) {
    case "function_declaration":
    case "type_spec":
    case "type_alias":
    case "const_spec":
    case "var_spec":
      return node.childrenForFieldName("name");
    case "parameter_declaration":
    case "variadic_parameter_declaration":
    case "type_parameter_declaration":
      return isOfType(node) ? [] : node.childrenForFieldName("name");
    case "short_var_declaration":
    case "range_clause":
    case "receive_statement":
      return node.children.some((child) => child.type === ":=") ? (node.childForFieldName("left")?.namedChildren ?? []) : [];
    case "type_switch_statement":
      return node.childForFieldName("alias")?.namedChildren ?? [];
    default:
      return [];
  }
}

/** Parameters of a function's type bind nothing, nor do those of an interface without a name: `x.(interface{ Quote(key string) string })`. */
function isOfType(parameter: Node): boolean {
  const owner = parameter.parent?.parent;
  if (owner?.type === "function_type") return true;
  return owner?.type.startsWith("method_") === true && owner.parent?.type === "interface_type" && owner.parent.parent?.type !== "type_spec";
}

function withoutParentheses(node: Node): Node {
  let inner = node;
  while (inner.type === "parenthesized_expression" || inner.type === "parenthesized_type") inner = inner.namedChildren.find((child) => child.type !== "comment")!;
  return inner;
}

function elementsOf(list: Node): number {
  return list.namedChildren.filter((child) => child.type !== "comment").length;
}

/** tree-sitter does not decode: where a literal is also one of JSON, JSON says what it means. */
function comparable(raw: string, value: string | undefined): string {
  if (raw.startsWith("`")) return value ?? raw.slice(1, -1).replaceAll("\r", "");
  try {
    return JSON.parse(raw.replaceAll("\t", "\\t")) === undefined ? "" : (value ?? (JSON.parse(raw.replaceAll("\t", "\\t")) as string));
  } catch {
    return raw;
  }
}
