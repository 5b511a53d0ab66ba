import type { Span } from "../../model/place.ts";
import type { Binding, BindingAssignment, Scope } from "../../model/source-model.ts";
import type { FunctionNode, TypeDeclaration } from "../../model/syntax.ts";

/** A scope whose names and inner scopes are found when first asked for. */
export class ScopeNode implements Scope {
  readonly kind: Scope["kind"];
  readonly span: Span;
  readonly parent: ScopeNode | undefined;
  readonly function?: FunctionNode;
  readonly type?: TypeDeclaration;
  readonly conditional?: "branch" | "loop";
  /** For those who fill the scope; others ask `bindings`. */
  readonly own = new Map<string, BindingNode>();
  #children: ScopeNode[] = [];
  #fill: ((scope: ScopeNode) => void) | undefined;
  #sorted = false;

  constructor(parent: ScopeNode | undefined, parts: Pick<Scope, "kind" | "span" | "function" | "type" | "conditional">, fill?: (scope: ScopeNode) => void) {
    this.kind = parts.kind;
    this.span = parts.span;
    this.parent = parent;
    if (parts.function) this.function = parts.function;
    if (parts.type) this.type = parts.type;
    if (parts.conditional) this.conditional = parts.conditional;
    this.#fill = fill;
    if (parent) parent.#children.push(this);
  }

  get bindings(): ReadonlyMap<string, Binding> {
    this.#complete();
    return this.own;
  }

  /** The innermost scope below this one around an offset; finds what lies on the way there and no more. */
  innermostAt(offset: number): ScopeNode {
    let scope: ScopeNode = this;
    for (let child = scope.#childAt(offset); child !== undefined; child = scope.#childAt(offset)) scope = child;
    return scope;
  }

  #childAt(offset: number): ScopeNode | undefined {
    this.#complete();
    this.#sort();
    let low = 0;
    let high = this.#children.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#children[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    const child = this.#children[low - 1];
    return child && offset < child.span.end ? child : undefined;
  }

  #complete(): void {
    const fill = this.#fill;
    if (!fill) return;
    this.#fill = undefined;
    fill(this);
  }

  /** A branch's conditions are found before its blocks, wherever they stand. */
  #sort(): void {
    if (this.#sorted) return;
    this.#sorted = true;
    this.#children.sort((a, b) => a.span.start - b.span.start);
  }
}

type BindingParts = Omit<Binding, "scope" | "assignments">;

/** A declared name; its later assignments are looked for when first asked for. */
export class BindingNode implements Binding {
  readonly kind: Binding["kind"];
  readonly name: string;
  readonly span: Span;
  readonly scope: ScopeNode;
  readonly type: Binding["type"];
  readonly value: Binding["value"];
  readonly part: Binding["part"];
  readonly function?: FunctionNode;
  readonly parameter?: NonNullable<Binding["parameter"]>;
  readonly declaration?: TypeDeclaration;
  readonly import?: NonNullable<Binding["import"]>;
  #assignments: BindingAssignment[] = [];
  #findAssignments: ((binding: BindingNode) => void) | undefined;

  constructor(scope: ScopeNode, parts: BindingParts, findAssignments: (binding: BindingNode) => void) {
    this.kind = parts.kind;
    this.name = parts.name;
    this.span = parts.span;
    this.scope = scope;
    this.type = parts.type;
    this.value = parts.value;
    this.part = parts.part;
    if (parts.function) this.function = parts.function;
    if (parts.parameter) this.parameter = parts.parameter;
    if (parts.declaration) this.declaration = parts.declaration;
    if (parts.import) this.import = parts.import;
    this.#findAssignments = findAssignments;
  }

  get assignments(): readonly BindingAssignment[] {
    const find = this.#findAssignments;
    if (find) {
      this.#findAssignments = undefined;
      find(this);
      this.#assignments.sort((a, b) => a.span.start - b.span.start);
    }
    return this.#assignments;
  }

  addAssignment(assignment: BindingAssignment): void {
    this.#assignments.push(assignment);
  }
}
