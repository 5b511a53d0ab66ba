import type { SourceModel } from "../../model/source-model.ts";
import type { Assignment, Call, Composite, Expression, FunctionNode, Member } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";

/** What a file sets members with. */
export interface Setters {
  /** Literals by the name of their type. */
  readonly literals: ReadonlyMap<string, readonly Composite[]>;
  /** Assignments to members by the member's name. */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  /** Assignments to members whose names are computed: `db[model.name] = model`. */
  readonly computed: readonly Assignment[];
  /** The same by the member or variable that holds the object: `this.pets[id] = pet` by `pets`. */
  readonly indexed: ReadonlyMap<string, readonly Assignment[]>;
  /** Calls of a variable's methods, by its name: `pets.push(pet)`. */
  readonly called: ReadonlyMap<string, readonly Call[]>;
  /** Calls that are handed a variable, by its name. */
  readonly handed: ReadonlyMap<string, readonly Call[]>;
  /** Where function literals are assigned to: `Pet.prototype.rename = function () { … }`. */
  readonly functions: ReadonlyMap<FunctionNode, Member>;
}

const settersOfModel = new WeakMap<SourceModel, Setters>();

export function settersIn(model: SourceModel): Setters {
  const known = settersOfModel.get(model);
  if (known) return known;
  const literals = new Map<string, Composite[]>();
  const assignments = new Map<string, Assignment[]>();
  const computed: Assignment[] = [];
  const indexed = new Map<string, Assignment[]>();
  const called = new Map<string, Call[]>();
  const handed = new Map<string, Call[]>();
  const functions = new Map<FunctionNode, Member>();
  walkSyntax(model.statements, (node) => {
    if (node.kind === "composite" && node.type?.kind === "named") addTo(literals, node.type.path.at(-1)!, node);
    if (node.kind === "call") {
      for (const argument of node.arguments) if (argument.kind === "name") addTo(handed, argument.name, node);
      if (node.callee.kind === "member" && node.callee.object.kind === "name") addTo(called, node.callee.object.name, node);
    }
    if (node.kind !== "assignment" || node.operator !== "=") return;
    node.targets.forEach((target, index) => {
      const value: Expression | undefined = node.values[index];
      if (target.kind === "index") {
        computed.push(node);
        if (target.object.kind === "member" || target.object.kind === "name") addTo(indexed, target.object.name, node);
      }
      if (target.kind !== "member") return;
      addTo(assignments, target.name, node);
      if (value?.kind === "function") functions.set(value, target);
    });
  });
  const setters = { literals, assignments, computed, indexed, called, handed, functions };
  settersOfModel.set(model, setters);
  return setters;
}

function addTo<Item>(items: Map<string, Item[]>, name: string, item: Item): void {
  const known = items.get(name);
  if (known) known.push(item);
  else items.set(name, [item]);
}
