import type { EntityRules } from "../../model/entity-rules.ts";
import type { Place } from "../../model/place.ts";
import type { Evaluation } from "../evaluator.ts";
import type { Declaration } from "../find-declaration.ts";
import { tableOfAmbient } from "../orm/ambient-models.ts";
import { modelNamed } from "../orm/models-by-name.ts";
import { nearestTo } from "../modules/folders.ts";
import { tableOfEntity } from "./table-of-entity.ts";
import { tableOf } from "./table-of-value.ts";
import type { ClientValue, Site, TableReference } from "../value.ts";

/** The table that a member is named after: its own name, or that of the model of this name (`prisma.user`). */
export function tableOfMember(evaluation: Evaluation, { library, name }: Pick<ClientValue, "library" | "name">, site: Site, place: Place): TableReference {
  const declaredIn = library.entities?.declaredIn;
  if (library.ambient) return tableOfAmbient(evaluation, library, name, place);
  if (library.entities?.named) {
    const model = modelNamed(evaluation, library, name, site.model.file.path);
    return model ? tableOf(evaluation, model, library, place) : { table: undefined, place, reason: `the project declares no model \`${name}\`` };
  }
  if (!declaredIn) return { table: { name, quoted: false }, place };
  const found = declaredModel(evaluation, declaredIn, name, site);
  if (found?.binding.declaration === undefined) return { table: undefined, place, reason: `no schema of the project declares the model of \`${name}\`` };
  const entity = { declaration: found.binding.declaration, model: found.model };
  const table = tableOfEntity(evaluation, entity, library);
  return { table, place, entity, ...(table ? {} : { reason: "its name is made at run time" }) };
}

type ModelHome = NonNullable<EntityRules["declaredIn"]>;

/** The declaration in the nearest schema; a client names models with a small first letter. */
function declaredModel({ world }: Evaluation, { language, word }: ModelHome, name: string, site: Site): Declaration | undefined {
  const names = [name.charAt(0).toUpperCase() + name.slice(1), name];
  const declared = world.models.mentioning(language, word).flatMap((path) => {
    const found = names.map((each) => world.declarations.inFiles([path], each)).find((each) => each?.binding.declaration?.form === "class" || each?.binding.declaration?.form === "struct");
    return found ? [found] : [];
  });
  const nearest = nearestTo(site.model.file.path, declared.map(({ model }) => model.file.path));
  return declared.find(({ model }) => model.file.path === nearest);
}
