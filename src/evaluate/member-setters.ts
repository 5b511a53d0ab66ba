import type { SourceModel } from "../model/source-model.ts";
import type { Assignment, Composite, Expression, FunctionNode, Member } from "../model/syntax.ts";
import { walkSyntax } from "../model/walk-syntax.ts";

/** What a file sets members with. */
export interface Setters {
  /** Literals by the name of their type. */
  readonly literals: ReadonlyMap<string, readonly Composite[]>;
  /** Assignments to members by the member's name. */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  /** Assignments to members whose names are computed: `db[model.name] = model`. */
  readonly computed: readonly Assignment[];
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
  const functions = new Map<FunctionNode, Member>();
  walkSyntax(model.statements, (node) => {
    if (node.kind === "composite" && node.type?.kind === "named") addTo(literals, node.type.path.at(-1)!, node);
    if (node.kind !== "assignment" || node.operator !== "=") return;
    node.targets.forEach((target, index) => {
      const value: Expression | undefined = node.values[index];
      if (target.kind === "index") computed.push(node);
      if (target.kind !== "member") return;
      addTo(assignments, target.name, node);
      if (value?.kind === "function") functions.set(value, target);
    });
  });
  const setters = { literals, assignments, computed, functions };
  settersOfModel.set(model, setters);
  return setters;
}

function addTo<Item>(items: Map<string, Item[]>, name: string, item: Item): void {
  const known = items.get(name);
  if (known) known.push(item);
  else items.set(name, [item]);
}
