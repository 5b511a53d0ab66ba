import type { Expression, TypeDeclaration } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { tableOf } from "../tables/table-of-value.ts";
import type { InstanceValue, Site, TypeValue, Value, Values } from "../value.ts";
import { classesExtended } from "./extended-classes.ts";
import { instancesOf } from "./find-type.ts";
import { toldByArguments } from "./left-to-arguments.ts";

/** What a type has its other members from: embedded fields, what it extends, of interfaces too. */
export function basesOf(evaluation: Evaluation, declaration: TypeDeclaration, site: Site, receiver: InstanceValue): Values {
  const { model } = site;
  const embedded = declaration.fields.flatMap((field) => (field.embedded && field.type ? (instancesOf(evaluation, field.type, model) ?? []) : []));
  const extended = declaration.extends.flatMap((base) => {
    const typed = base.kind === "conversion" && base.type ? toldByArguments(instancesOf(evaluation, base.type, model), base.type, model, receiver) : undefined;
    const known = typed?.filter((value) => value.kind === "instance" && (value.table ?? value.parameterOf));
    if (known && known.length > 0) return known;
    const classes = classesExtended(evaluation, base, site);
    const named = declaration.form === "interface" && classes.every(({ kind }) => kind === "external") ? libraryTypes(evaluation, base, site) : [];
    return named.length > 0 ? named : classes.map((value) => asInstance(asModel(evaluation, value, "instances", receiver), base, site));
  });
  const implemented = declaration.implements.flatMap((type) => instancesOf(evaluation, type, model) ?? []);
  return [...embedded, ...extended, ...implemented];
}

/** A type of a library that is no value of it: `interface Client extends PoolClient`. */
function libraryTypes(evaluation: Evaluation, base: Expression, { model }: Site): Values {
  const path = pathOf(base);
  const instances = path && instancesOf(evaluation, { kind: "named", span: base.span, path, arguments: [] }, model);
  return instances?.filter((value) => value.kind === "instance" && value.type.kind === "client") ?? [];
}

/** `module.Name` as a type's name. */
function pathOf(base: Expression): readonly string[] | undefined {
  if (base.kind === "name") return [base.name];
  const before = base.kind === "member" ? pathOf(base.object) : undefined;
  return base.kind === "member" && before ? [...before, base.name] : undefined;
}

/** A library's class as a model has it that extends it: what stands for the model's table. */
export function asModel(evaluation: Evaluation, base: Value, side: "statics" | "instances", model: InstanceValue | TypeValue): Value {
  const types = base.kind === "client" ? base.member.class : undefined;
  if (base.kind !== "client" || !types) return base;
  const type = evaluation.world.libraries.typeNamed(base.library, types[side]);
  const owner = model.kind === "type" ? model : model.type.kind === "declared" ? model.type : undefined;
  if (!type || !owner) return base;
  const place = { path: owner.model.file.path, span: owner.declaration.nameSpan ?? owner.declaration.span };
  const table = (model.kind === "instance" ? model.table : undefined) ?? tableOf(evaluation, model, base.library, place);
  // A row that comes from elsewhere is there: who makes a new one writes it too.
  const isThere = side === "instances" && model.kind === "instance" && model.isSelf !== false && !table.origin;
  return { kind: "instance", type, table: isThere ? { ...table, origin: "loaded" } : table };
}

/** Of a generic class with what is written for its parameters: `extends Store<Pet>`. */
function asInstance(value: Value, base: Expression, site: Site): Value {
  if (value.kind !== "type") return value;
  const typeArguments = base.kind === "conversion" && base.type?.kind === "named" ? { types: base.type.arguments, site } : undefined;
  return { kind: "instance", type: { kind: "declared", declaration: value.declaration, model: value.model, madeIn: value.madeIn }, ...(typeArguments ? { typeArguments } : {}) };
}
