import ts from "typescript";
import type { SourceModel } from "../../../src/model/source-model.ts";
import type { Facts } from "./facts.ts";
import { callFact, decoded, nodesOf, textFact } from "./facts.ts";

/** Facts of TypeScript's own parser; undefined where it finds a syntax error. Names are `name@offset` of everything declared. */
export function realFacts(path: string, text: string): (Facts & { readonly names: ReadonlySet<string> }) | undefined {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  if (syntaxErrors(file) > 0) return undefined;
  const facts = { texts: new Set<string>(), calls: new Set<string>(), names: new Set<string>() };
  visit(file, file, facts);
  return facts;
}

export function modelFacts(model: SourceModel): Facts {
  const texts = new Set<string>();
  const calls = new Set<string>();
  for (const node of nodesOf(model)) {
    if (node.kind === "text") texts.add(textFact(node.span.start, node.span.end, decoded(node)));
    if (node.kind === "call") calls.add(callFact(node.callee.span.start, node.callee.span.end, node.arguments.length));
  }
  return { texts, calls };
}

interface Sets {
  readonly texts: Set<string>;
  readonly calls: Set<string>;
  readonly names: Set<string>;
}

function syntaxErrors(file: ts.SourceFile): number {
  return (file as unknown as { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics.length;
}

function visit(node: ts.Node, file: ts.SourceFile, facts: Sets): void {
  if (isLeftOut(node)) return;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) facts.texts.add(textFact(node.getStart(file), node.end, node.text));
  if (ts.isTemplateExpression(node)) {
    const text = node.head.text + node.templateSpans.map((span) => `\0${span.literal.text}`).join("");
    facts.texts.add(textFact(node.getStart(file), node.end, text));
  }
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const callee = withoutParentheses(node.expression);
    facts.calls.add(callFact(callee.getStart(file), callee.end, node.arguments?.length ?? 0));
  }
  addNames(node, file, facts.names);
  if (ts.isHeritageClause(node)) {
    if (node.token === ts.SyntaxKind.ExtendsKeyword) for (const type of node.types) visit(type.expression, file, facts);
    return;
  }
  ts.forEachChild(node, (child) => visit(child, file, facts));
}

function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

/** Types, and strings that are names of modules or members: the model keeps these elsewhere. */
function isLeftOut(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeParameterDeclaration(node) || ts.isIndexSignatureDeclaration(node)) return true;
  if (ts.isComputedPropertyName(node) && ts.isBindingElement(node.parent)) return true;
  if (ts.isExternalModuleReference(node) || ts.isImportAttributes(node) || ts.isJsxText(node)) return true;
  const { parent } = node as { readonly parent: ts.Node | undefined };
  return parent !== undefined && ts.isStringLiteral(node) && isNameOf(node, parent);
}

function isNameOf(node: ts.StringLiteral, parent: ts.Node): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return parent.moduleSpecifier === node;
  if (ts.isModuleDeclaration(parent) || ts.isEnumMember(parent)) return parent.name === node;
  return ts.isBindingElement(parent) ? parent.propertyName === node : ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent);
}

function addNames(node: ts.Node, file: ts.SourceFile, names: Set<string>): void {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isImportClause(node) ||
    ts.isImportSpecifier(node) ||
    ts.isNamespaceImport(node) ||
    ts.isImportEqualsDeclaration(node);
  if (!declares || !node.name || !ts.isIdentifier(node.name)) return;
  if (ts.isParameter(node) && node.name.text === "this") return;
  names.add(`${node.name.text}@${node.name.getStart(file)}`);
}
