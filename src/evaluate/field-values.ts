import type { SourceModel } from "../model/source-model.ts";
import { setEntryOf, typeOfComposite } from "./evaluate-composite.ts";
import type { Evaluation } from "./evaluator.ts";
import { settersIn } from "./member-setters.ts";
import type { Entity, Site, Value, Values } from "./value.ts";
import { eitherOf, keyOfEntity } from "./value.ts";

/**
 * What the package of a struct sets one of its fields to: in literals of the struct and by assignments. Undefined where it
 * never does. A field that a constructor's parameter fills is unknown, and says of which function the parameter is.
 */
export function fieldValues(evaluation: Evaluation, struct: Entity, name: string): Values | undefined {
  return evaluation.remember<Values | undefined>(struct.declaration, name, undefined, () => valuesSet(evaluation, struct, name));
}

function valuesSet(evaluation: Evaluation, struct: Entity, name: string): Values | undefined {
  const { models, modules } = evaluation.world;
  const found: Value[] = [];
  for (const path of modules.packageOf(struct.model.file.path)) {
    const file = models.mentions(path, name) ? models.of(path) : undefined;
    if (file) found.push(...valuesSetIn(evaluation, struct, file, name));
  }
  const known = found.filter((value) => value.kind !== "unknown");
  return known.length > 0 ? eitherOf(known) : found.length > 0 ? found.slice(0, 1) : undefined;
}

function valuesSetIn(evaluation: Evaluation, struct: Entity, model: SourceModel, name: string): Values {
  const site: Site = { model, frame: undefined };
  const { literals, assignments } = settersIn(model);
  const set: Value[] = [];
  for (const node of literals.get(struct.declaration.name ?? "") ?? []) {
    const value = { kind: "composite", node, site } as const;
    if (!isOf(evaluation, value, struct)) continue;
    set.push(...(setEntryOf(evaluation, value, name) ?? []));
  }
  for (const { targets, values } of assignments.get(name) ?? []) {
    targets.forEach((target, index) => {
      if (target.kind !== "member" || target.name !== name || targets.length !== values.length) return;
      if (evaluation.evaluate(target.object, site).some((value) => isOf(evaluation, value, struct))) set.push(...evaluation.evaluate(values[index]!, site));
    });
  }
  return set;
}

function isOf(evaluation: Evaluation, value: Value, struct: Entity): boolean {
  const type = value.kind === "instance" ? value.type : value.kind === "composite" ? typeOfComposite(evaluation, value) : undefined;
  return type?.kind === "declared" && keyOfEntity(type) === keyOfEntity(struct);
}
