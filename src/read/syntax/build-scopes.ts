import type { Import, ValuePart } from "../../model/source-model.ts";
import type { Assignment, Block, Branch, Expression, FunctionNode, Loop, Statement, TypeDeclaration, VariableDeclaration } from "../../model/syntax.ts";
import type { AssignedNames } from "./assigned-names.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import { assignedNames, bindImports, bindPattern, bindSignature, bindTypeParameters, bindVariables, declare, defaultsIn } from "./bind-names.ts";
import type { NameBinder } from "./bind-names.ts";
import { hasBody } from "./lazy-nodes.ts";
import { ScopeNode } from "./scope-tree.ts";

/** How a language binds names, as far as its syntax tree does not say. */
export interface ScopeRules {
  /** The declaration counts for the whole function: `var`. */
  readonly hoists?: (declaration: VariableDeclaration) => boolean;
  /** A function expression's own name is bound inside it. */
  readonly namesItself?: (node: FunctionNode) => boolean;
  /** What a value brings from another module: `require("m").Pool`. */
  readonly importOf?: (value: Expression) => { readonly module: string; readonly imported: string } | undefined;
  /** The name by which code calls a module that is imported without one. */
  readonly nameOfModule?: (module: string) => string;
  /** What stands in an import where a name could, and binds none. */
  readonly unboundNames?: readonly string[];
  /** A constant without a value repeats the one before it. */
  readonly repeatsConstants?: boolean;
  /** In functions a name is bound from its declaration on, not in its whole block. */
  readonly bindsFromDeclaration?: boolean;
}

export interface ScopeSource {
  readonly length: number;
  readonly read: () => { readonly statements: readonly Statement[]; readonly imports: readonly Import[] };
  readonly assignedNames: () => AssignedNames;
}

/** The scope of a file; functions and types below it are looked into when first asked for. */
export function buildScopes(source: ScopeSource, rules: ScopeRules): ScopeNode {
  const binder: NameBinder = { rules, repeated: new Map(), findAssignments: (binding) => findAssignments(binding, source) };
  return new ScopeNode(undefined, { kind: "file", span: { start: 0, end: source.length + 1 } }, (scope) => {
    const { imports, statements } = source.read();
    bindImports(binder, scope, imports);
    fillScope(binder, scope, statements, statements);
  });
}

function findAssignments(binding: { readonly name: string; readonly scope: ScopeNode }, source: ScopeSource): void {
  const { start, end } = binding.scope.span;
  for (const offset of source.assignedNames().get(binding.name) ?? []) {
    if (offset >= start && offset < end) binding.scope.innermostAt(offset);
  }
}

/** An assignment met while names are still being bound. */
interface Found {
  readonly node: Assignment | Loop;
  readonly scope: ScopeNode;
}

/** Binds what nodes declare in a scope and below it, functions and types excepted, which are scopes of their own. */
function fillScope(binder: NameBinder, scope: ScopeNode, nodes: readonly (Expression | Statement)[], declared: readonly Statement[]): void {
  const found: Found[] = [];
  const conditions = new Map<Block, "branch" | "loop">();
  const scopes: ScopeNode[] = [scope];
  declareAll(binder, scope, declared);
  walkSyntax(
    nodes,
    (node) => {
      const current = scopes.at(-1)!;
      switch (node.kind) {
        case "function":
          addFunction(binder, current, node);
          return false;
        case "type":
          addType(binder, current, node);
          return false;
        case "variable":
          bindVariables(binder, current, node);
          return true;
        case "assignment":
          found.push({ node, scope: current });
          return true;
        case "block": {
          const conditional = conditions.get(node);
          const block = new ScopeNode(current, { kind: "block", span: node.span, ...(conditional && { conditional }) });
          declareAll(binder, block, node.statements);
          scopes.push(block);
          return true;
        }
        case "branch":
          for (const block of node.blocks) conditions.set(block, "branch");
          scopes.push(headerScope(current, node));
          return true;
        case "loop": {
          conditions.set(node.body, "loop");
          const header = headerScope(current, node);
          bindEach(binder, header, node);
          if (node.each?.assigns) found.push({ node, scope: header });
          scopes.push(header);
          return true;
        }
        default:
          return true;
      }
    },
    (node) => {
      if (node.kind === "block" || node.kind === "branch" || node.kind === "loop") scopes.pop();
    },
  );
  for (const each of found) recordAssignments(binder, each);
}

/** Functions and types are bound before anything runs. */
function declareAll(binder: NameBinder, scope: ScopeNode, statements: readonly Statement[]): void {
  let previous: VariableDeclaration | undefined;
  for (const statement of statements) {
    if (statement.kind === "function" || statement.kind === "type") declare(binder, scope, statement);
    if (!binder.rules.repeatsConstants || statement.kind !== "variable") continue;
    if (statement.constant && statement.values.length === 0 && previous) binder.repeated.set(statement, previous);
    else previous = statement.constant ? statement : undefined;
  }
}

/** A scope for what a header declares, or the scope around it where that is nothing. */
function headerScope(current: ScopeNode, node: Branch | Loop): ScopeNode {
  // What a loop's header assigns, it assigns as often as the loop runs.
  if (node.kind === "loop" && node.each?.assigns) return new ScopeNode(current, { kind: "block", span: node.span, conditional: "loop" });
  const declares = node.header.some((statement) => statement.kind === "variable") || (node.kind === "loop" && node.each !== undefined);
  return declares ? new ScopeNode(current, { kind: "block", span: node.span }) : current;
}

function bindEach(binder: NameBinder, scope: ScopeNode, { each }: Loop): void {
  if (!each || each.assigns) return;
  const parts = { kind: "variable", type: undefined, value: each.list } as const;
  if (each.key) bindPattern(binder, scope, each.key, { ...parts, part: { kind: "key" } });
  if (each.element) bindPattern(binder, scope, each.element, { ...parts, part: { kind: "element" } });
}

function addFunction(binder: NameBinder, current: ScopeNode, node: FunctionNode): void {
  const start = node.nameSpan?.end ?? node.span.start;
  const span = { start: node.receiver ? Math.min(start, node.receiver.span.start) : start, end: node.span.end };
  new ScopeNode(current, { kind: "function", span, function: node }, (scope) => {
    if (binder.rules.namesItself?.(node)) declare(binder, scope, node);
    bindSignature(binder, scope, node);
    const statements = hasBody(node) ? (node.body?.statements ?? []) : [];
    const heading = node.parameters.flatMap(({ pattern, decorators = [] }) => [...decorators, ...defaultsIn(pattern)]);
    fillScope(binder, scope, [...node.decorators, ...heading, ...statements], statements);
  });
}

function addType(binder: NameBinder, current: ScopeNode, node: TypeDeclaration): void {
  if (node.form === "alias" && (node.typeParameters ?? []).length === 0) return;
  new ScopeNode(current, { kind: "type", span: node.span, type: node }, (scope) => {
    if (node.typeParameters) bindTypeParameters(binder, scope, node.typeParameters);
    const values = node.fields.flatMap((field) => (field.value ? [field.value] : []));
    const decorators = [...node.decorators, ...node.fields.flatMap((field) => field.decorators)];
    fillScope(binder, scope, [...decorators, ...node.extends, ...values, ...node.methods], []);
  });
}

/** Notes assignments with the names that they assign, as far as these are declared in the file. */
function recordAssignments(binder: NameBinder, { node, scope }: Found): void {
  if (node.kind === "loop") {
    const each = node.each!;
    const add = (pattern: typeof each.key, part: ValuePart) => {
      if (pattern?.kind === "name") assign(binder, scope, pattern.name, { span: pattern.span, operator: "=", value: each.list, part });
    };
    add(each.key, { kind: "key" });
    add(each.element, { kind: "element" });
    return;
  }
  for (const { name, span, value, part } of assignedNames(node)) assign(binder, scope, name, { span, operator: node.operator, value, part });
}

interface AssignmentParts {
  readonly span: Assignment["span"];
  readonly operator: string;
  readonly value: Expression;
  readonly part: ValuePart | undefined;
}

function assign(binder: NameBinder, scope: ScopeNode, name: string, parts: AssignmentParts): void {
  for (let around: ScopeNode | undefined = scope; around; around = around.parent) {
    const binding = around.own.get(name);
    if (!binding) continue;
    const tooEarly = binder.rules.bindsFromDeclaration && around.kind !== "file" && binding.span.start > parts.span.start;
    if (tooEarly) continue;
    binding.addAssignment({ ...parts, scope });
    return;
  }
}
