import type { Place } from "../../model/place.ts";
import type { Evaluation } from "../evaluator.ts";
import { tableOfMember } from "../tables/table-of-member.ts";
import type { Site, Value, Values } from "../value.ts";
import { modelNamed } from "./models-by-name.ts";

/** What a member stands for that is named after a model: the model's class where the project declares one, else a value for its table: `prisma.user`, `sequelize.models.user`. Any other value as it is. */
export function modelOfMember(evaluation: Evaluation, value: Value, site: Site, place: Place): Value {
  const type = value.kind === "client" && value.member.is !== undefined ? evaluation.world.libraries.typeNamed(value.library, value.member.is) : undefined;
  if (!type || value.kind !== "client") return value;
  const model = value.library.entities?.named ? modelNamed(evaluation, value.library, value.name, place.path) : undefined;
  if (value.member.ofDeclared && !model) return { kind: "unknown", reason: `the project declares no model \`${value.name}\`` };
  return model?.kind === "type" ? model : { kind: "instance", type, table: tableOfMember(evaluation, value, site, place) };
}

/** What stands for some model of a library whose name an index tells at run time: `prisma[name]`. */
export function modelsNamedBy(evaluation: Evaluation, index: Value, objects: Values, place: Place): Values {
  if (index.kind !== "unknown") return [];
  return objects.flatMap((object): Values => {
    const { library, name } = object.kind === "instance" && object.type.kind === "client" ? object.type : {};
    const member = library && name !== undefined && Object.hasOwn(library.types, name) ? library.types[name]!.otherMembers : undefined;
    const type = library && member?.is !== undefined && member.table?.argument === "name" && !member.ofDeclared ? evaluation.world.libraries.typeNamed(library, member.is) : undefined;
    return type ? [{ kind: "instance", type, table: { table: undefined, place, reason: "its name is made at run time", ...(index.parameterOf ? { parameterOf: index.parameterOf } : {}) } }] : [];
  });
}
