import type { Span } from "./place.ts";
import type { Expression, FunctionNode, Loop, Pattern, Statement, TypeDeclaration } from "./syntax.ts";

type Node = Expression | Statement;

/**
 * Calls `enter` for every expression and statement below the nodes given, in source order, parents first; `leave` after the children.
 * `enter` returns false to leave out what is below. Uses a stack of its own: depth of the input costs no call depth.
 */
export function walkSyntax(nodes: readonly Node[], enter: (node: Node) => boolean | void, leave?: (node: Node) => void): void {
  const stack: Node[] = [];
  // One bit of state a stack entry: whether the node has been entered and is to be left.
  const entered: boolean[] = [];
  const push = (node: Node): void => {
    stack.push(node);
    entered.push(false);
  };
  for (let i = nodes.length - 1; i >= 0; i--) push(nodes[i]!);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (entered.pop()) {
      leave?.(next);
      continue;
    }
    if (enter(next) === false) continue;
    if (leave) {
      stack.push(next);
      entered.push(true);
    }
    const base = stack.length;
    forEachChild(next, push);
    reverseFrom(stack, base);
  }
}

/** Calls `enter` for the nodes that cover a span, from the outside in: of what stands beside it nothing is read. */
export function walkTowards(nodes: readonly Node[], { start, end }: Span, enter: (node: Node) => void): void {
  walkSyntax(nodes, (node) => {
    if (node.span.start > start || node.span.end < end) return false;
    enter(node);
    return true;
  });
}

function reverseFrom(stack: Node[], base: number): void {
  for (let low = base, high = stack.length - 1; low < high; low++, high--) {
    const node = stack[low]!;
    stack[low] = stack[high]!;
    stack[high] = node;
  }
}

/** Calls `visit` for the expressions and statements directly inside a node, in source order. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  switch (node.kind) {
    case "name":
    case "literal":
      return;
    case "text":
      for (const part of node.parts) if (part.kind === "hole") visit(part.expression);
      return;
    case "tagged":
      visit(node.tag);
      return visit(node.text);
    case "member":
      return visit(node.object);
    case "index":
      visit(node.object);
      if (node.index) visit(node.index);
      node.bounds?.forEach(visit);
      return;
    case "call":
      visit(node.callee);
      return node.arguments.forEach(visit);
    case "binary":
      visit(node.left);
      return visit(node.right);
    case "unary":
    case "conversion":
    case "spread":
      return visit(node.operand);
    case "conditional":
      visit(node.test);
      visit(node.then);
      return visit(node.otherwise);
    case "assignment":
      node.targets.forEach(visit);
      return node.values.forEach(visit);
    case "composite":
      for (const { key, value } of node.entries) {
        if (key && key !== value) visit(key);
        visit(value);
      }
      return;
    case "function":
      return functionChildren(node, visit);
    case "other":
      node.expressions.forEach(visit);
      if (node.type) visit(node.type);
      return;
    case "expression":
      return visit(node.expression);
    case "variable":
      for (const target of node.targets) defaultsOf(target, visit);
      return node.values.forEach(visit);
    case "type":
      return typeChildren(node, visit);
    case "block":
      return node.statements.forEach(visit);
    case "branch":
      node.header.forEach(visit);
      return node.blocks.forEach(visit);
    case "loop":
      return loopChildren(node, visit);
    case "return":
      return node.values.forEach(visit);
  }
}

function functionChildren(node: FunctionNode, visit: (child: Node) => void): void {
  node.decorators.forEach(visit);
  for (const { pattern, decorators } of node.parameters) {
    decorators?.forEach(visit);
    defaultsOf(pattern, visit);
  }
  if (node.body) visit(node.body);
}

function loopChildren({ each, header, body }: Loop, visit: (child: Node) => void): void {
  if (each) {
    if (each.key) defaultsOf(each.key, visit);
    if (each.element) defaultsOf(each.element, visit);
    visit(each.list);
  }
  header.forEach(visit);
  visit(body);
}

function typeChildren(node: TypeDeclaration, visit: (child: Node) => void): void {
  const members: Node[] = [...node.methods];
  for (const field of node.fields) {
    members.push(...field.decorators);
    if (field.value) members.push(field.value);
  }
  members.sort((a, b) => a.span.start - b.span.start);
  node.decorators.forEach(visit);
  node.extends.forEach(visit);
  members.forEach(visit);
}

function defaultsOf(pattern: Pattern, visit: (child: Node) => void): void {
  if (pattern.default) visit(pattern.default);
  if (pattern.kind === "parts") for (const part of pattern.parts) defaultsOf(part.pattern, visit);
}
