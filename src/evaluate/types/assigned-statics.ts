import type { SourceModel } from "../../model/source-model.ts";
import type { Member } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { lookUp } from "../expressions/evaluate-name.ts";
import { settersIn } from "./member-setters.ts";
import type { Site, TypeValue, Value, Values } from "../value.ts";
import { eitherOf, keyOfEntity } from "../value.ts";

/** What a file sets a static member of a class to outside of the class: `Pet.table = "pets"`, `Object.assign(Pet, { table: "pets" })`. */
export function assignedStatic(evaluation: Evaluation, value: TypeValue, name: string, model: SourceModel): Values | undefined {
  const { declaration } = value;
  if (declaration.form !== "class" || !evaluation.world.models.mentions(model.file.path, name)) return undefined;
  const site = { model, frame: model === value.model ? value.madeIn : undefined };
  const { assignments, handed } = settersIn(model);
  const set: Value[] = [];
  for (const { targets, values } of assignments.get(name) ?? []) {
    targets.forEach((target, index) => {
      if (target.kind !== "member" || target.name !== name || !values[index]) return;
      if (evaluation.evaluate(target.object, site).some((each) => isClass(each, value))) set.push(...evaluation.evaluate(values[index], site));
    });
  }
  for (const { callee, arguments: [first, ...merged] } of handed.get(declaration.name ?? "") ?? []) {
    const isMerge = callee.kind === "member" && callee.name === "assign" && callee.object.kind === "name" && callee.object.name === "Object";
    if (!isMerge || first?.kind !== "name" || first.name !== declaration.name) continue;
    for (const each of merged) set.push(...memberOfValues(evaluation, evaluation.evaluate(each, site), name));
  }
  const known = set.filter((each) => each.kind !== "unknown");
  return known.length > 0 ? eitherOf(known) : undefined;
}

/** The same by the module that a class is imported from, where that hands it on. */
export function staticOfImported(evaluation: Evaluation, classes: Values, { object, name }: Member, { model }: Site): Values | undefined {
  const binding = object.kind === "name" ? lookUp(model.scopeAt(object.span.start), object.name) : undefined;
  const resolution = binding?.import && evaluation.world.modules.resolve(model.file.path, binding.import.module);
  if (resolution?.kind !== "project") return undefined;
  for (const value of classes) {
    if (value.kind !== "type") continue;
    for (const path of resolution.paths) {
      const home = path === value.model.file.path ? undefined : evaluation.world.models.of(path);
      const found = home && assignedStatic(evaluation, value, name, home);
      if (found) return found;
    }
  }
  return undefined;
}

function isClass(value: Value, other: TypeValue): boolean {
  return value.kind === "type" && keyOfEntity(value) === keyOfEntity(other);
}
