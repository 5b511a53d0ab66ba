import type { Expression, FunctionNode, Parameter, Pattern, Statement, TypeDeclaration } from "./syntax.ts";

type Node = Expression | Statement;

/**
 * Calls `enter` for every expression and statement below the nodes given, in source order, parents first; `leave` after the children.
 * `enter` returns false to leave out what is below. Uses a stack of its own: depth of the input costs no call depth.
 */
export function walkSyntax(nodes: readonly Node[], enter: (node: Node) => boolean | void, leave?: (node: Node) => void): void {
  const stack: (Node | { readonly leaving: Node })[] = [...nodes].reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ("leaving" in next) {
      leave?.(next.leaving);
      continue;
    }
    if (enter(next) === false) continue;
    if (leave) stack.push({ leaving: next });
    const children = childrenOf(next);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]!);
  }
}

/** The expressions and statements directly inside a node, in source order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "name":
    case "literal":
      return [];
    case "text":
      return node.parts.flatMap((part) => (part.kind === "hole" ? [part.expression] : []));
    case "tagged":
      return [node.tag, node.text];
    case "member":
      return [node.object];
    case "index":
      return node.index ? [node.object, node.index] : [node.object];
    case "call":
      return [node.callee, ...node.arguments];
    case "binary":
      return [node.left, node.right];
    case "unary":
    case "conversion":
    case "spread":
      return [node.operand];
    case "conditional":
      return [node.test, node.then, node.otherwise];
    case "assignment":
      return [...node.targets, ...node.values];
    case "composite":
      return node.entries.flatMap((entry) => (entry.key && entry.key !== entry.value ? [entry.key, entry.value] : [entry.value]));
    case "function":
      return functionChildren(node);
    case "other":
      return node.type ? [...node.expressions, node.type] : node.expressions;
    case "expression":
      return [node.expression];
    case "variable":
      return [...node.targets.flatMap(defaultsOf), ...node.values];
    case "type":
      return typeChildren(node);
    case "block":
      return node.statements;
    case "branch":
      return [...node.header, ...node.blocks];
    case "loop":
      return [...(node.each ? [...patternDefaults(node.each.key), ...patternDefaults(node.each.element), node.each.list] : []), ...node.header, node.body];
    case "return":
      return node.values;
  }
}

function functionChildren(node: FunctionNode): readonly Node[] {
  const defaults = node.parameters.flatMap((parameter: Parameter) => defaultsOf(parameter.pattern));
  return [...node.decorators, ...defaults, ...(node.body ? [node.body] : [])];
}

function typeChildren(node: TypeDeclaration): readonly Node[] {
  const members: Node[] = [];
  for (const field of node.fields) {
    members.push(...field.decorators);
    if (field.value) members.push(field.value);
  }
  members.push(...node.methods);
  members.sort((a, b) => a.span.start - b.span.start);
  return [...node.decorators, ...node.extends, ...members];
}

function patternDefaults(pattern: Pattern | undefined): readonly Expression[] {
  return pattern ? defaultsOf(pattern) : [];
}

function defaultsOf(pattern: Pattern): readonly Expression[] {
  const own = pattern.default ? [pattern.default] : [];
  return pattern.kind === "name" ? own : [...own, ...pattern.parts.flatMap((part) => defaultsOf(part.pattern))];
}
