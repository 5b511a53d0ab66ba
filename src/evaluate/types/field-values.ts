import type { SourceModel } from "../../model/source-model.ts";
import { promotedEntryOf, setEntryOf, typeOfComposite } from "../expressions/evaluate-composite.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "./find-type.ts";
import { settersIn } from "./member-setters.ts";
import type { Expression } from "../../model/syntax.ts";
import type { Entity, Value, Values } from "../value.ts";
import { eitherOf, keyOfEntity } from "../value.ts";

/**
 * What the package of a struct sets one of its fields to: in literals of the struct and by assignments. Undefined where it
 * never does. A field that a constructor's parameter fills is unknown, and says of which function the parameter is.
 */
export function fieldValues(evaluation: Evaluation, struct: Entity, name: string): Values | undefined {
  return evaluation.remember<Values | undefined>(struct.declaration, name, undefined, () => {
    const found = settersOf(evaluation, struct, name).flatMap((file) => valuesSetIn(evaluation, struct, file, name));
    const known = found.filter((value) => value.kind !== "unknown");
    return known.length > 0 ? eitherOf(known) : found.length > 0 ? found.slice(0, 1) : undefined;
  });
}

/** What structs of its package set a field to that they have from a struct which they embed: each of them to a value of its own. Undefined where none does. */
export function valuesWhereEmbedded(evaluation: Evaluation, struct: Entity, name: string): Values | undefined {
  return evaluation.remember<Values | undefined>(struct.declaration, `embedded ${name}`, undefined, () => {
    const set = settersOf(evaluation, struct, name).flatMap((model) =>
      targetsIn(evaluation, model, name)
        .filter(({ objects }) => objects.some((value) => isPromoted(evaluation, value, name, struct)))
        .flatMap(({ value }) => evaluation.evaluate(value, { model, frame: undefined })),
    );
    return set.length > 0 ? set : undefined;
  });
}

/** The files of a struct's package that speak of a field. */
function settersOf({ world: { models, modules } }: Evaluation, struct: Entity, name: string): readonly SourceModel[] {
  return modules.packageOf(struct.model.file.path).flatMap((path) => (models.mentions(path, name) ? (models.of(path) ?? []) : []));
}

function valuesSetIn(evaluation: Evaluation, struct: Entity, model: SourceModel, name: string): Values {
  const set: Value[] = [];
  for (const node of settersIn(model).literals.get(struct.declaration.name ?? "") ?? []) {
    const value = { kind: "composite", node, site: { model, frame: undefined } } as const;
    if (!isOf(evaluation, value, struct)) continue;
    set.push(...(setEntryOf(evaluation, value, name) ?? promotedEntryOf(evaluation, value, name) ?? []));
  }
  for (const { objects, value } of targetsIn(evaluation, model, name)) {
    if (objects.some((object) => isOf(evaluation, object, struct))) set.push(...evaluation.evaluate(value, { model, frame: undefined }));
  }
  return set;
}

/** What a file assigns to members of a name, and of what values. */
function targetsIn(evaluation: Evaluation, model: SourceModel, name: string): readonly { readonly objects: Values; readonly value: Expression }[] {
  return (settersIn(model).assignments.get(name) ?? []).flatMap(({ targets, values }) =>
    targets.flatMap((target, index) => {
      if (target.kind !== "member" || target.name !== name || targets.length !== values.length) return [];
      return [{ objects: evaluation.evaluate(target.object, { model, frame: undefined }), value: values[index]! }];
    }),
  );
}

function isOf(evaluation: Evaluation, value: Value, struct: Entity): boolean {
  const type = declaredType(evaluation, value);
  return type !== undefined && keyOfEntity(type) === keyOfEntity(struct);
}

function declaredType(evaluation: Evaluation, value: Value): Entity | undefined {
  const type = value.kind === "instance" ? value.type : value.kind === "composite" ? typeOfComposite(evaluation, value) : undefined;
  return type?.kind === "declared" ? type : undefined;
}

const MAX_EMBEDDED = 4;

/** Whether a field of a value is that of a struct which it embeds, at the shallowest depth where one has the name (go.dev/ref/spec, "Selectors"). */
function isPromoted(evaluation: Evaluation, value: Value, name: string, struct: Entity, depth = 0): boolean {
  const type = declaredType(evaluation, value);
  if (!type || depth > MAX_EMBEDDED || type.declaration.fields.some((field) => field.name === name)) return false;
  return type.declaration.fields.some((field) => {
    const [base] = (field.embedded && field.type ? instancesOf(evaluation, field.type, type.model) : undefined) ?? [];
    return base !== undefined && (isOf(evaluation, base, struct) || isPromoted(evaluation, base, name, struct, depth + 1));
  });
}
