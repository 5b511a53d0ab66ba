import type { AmbientModels, ClientLibrary } from "../../model/client.ts";
import type { Place } from "../../model/place.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Name } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { wholeModule } from "../find-declaration.ts";
import { nearestTo } from "../modules/folders.ts";
import { nameTable } from "../tables/name-table.ts";
import type { TableReference, Values } from "../value.ts";

/** The model that is a global of this name, with what else its file exports. */
export function ambientModel({ name, span }: Name, evaluation: Evaluation, { file: { path, language } }: SourceModel): Values | undefined {
  for (const library of evaluation.world.libraries.withAmbient(language)) {
    const home = fileOfModel(evaluation, library, (file) => file === name, path);
    const type = home === undefined ? undefined : evaluation.world.libraries.typeNamed(library, library.ambient!.type);
    if (home !== undefined && type) return [{ kind: "instance", type, table: tableIn(evaluation, library.ambient!, home, { path, span }) }, ...wholeModule(evaluation, [home])];
  }
  return undefined;
}

/** The table of the model that a member is named after, in any letters: `sails.models.petcard`. */
export function tableOfAmbient(evaluation: Evaluation, library: ClientLibrary, name: string, place: Place): TableReference {
  const home = fileOfModel(evaluation, library, (file) => file.toLowerCase() === name.toLowerCase(), place.path);
  return library.ambient && home !== undefined ? tableIn(evaluation, library.ambient, home, place) : { table: undefined, place, reason: `the project declares no model \`${name}\`` };
}

function fileOfModel({ world }: Evaluation, { language, ambient }: ClientLibrary, isSought: (name: string) => boolean, from: string): string | undefined {
  if (!ambient) return undefined;
  const { folder, word } = ambient;
  const paths = world.models.mentioning(language, word).filter((path) => `/${path}`.includes(`/${folder}/`) && isSought(nameOfFile(path)));
  return nearestTo(from, paths);
}

function nameOfFile(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).split(".")[0] ?? "";
}

/** The relation that an attribute of such a model is: to rows whose own table holds the key, or by way of a joining table. */
export function relationOfAmbient(evaluation: Evaluation, library: ClientLibrary, { modelName }: TableReference, relation: string, place: Place): TableReference {
  const attribute = attributeOf(evaluation, library, modelName, relation, place.path);
  const [collection, via, through] = ["collection", "via", "through"].map((key) => textUnder(evaluation, attribute, key));
  const related = collection === undefined ? undefined : tableOfAmbient(evaluation, library, collection, place);
  if (!related?.table || modelName === undefined) return { table: undefined, place, reason: `\`${relation}\` is no relation that is declared here` };
  const joining = through === undefined ? undefined : tableOfAmbient(evaluation, library, through, place).table;
  if (joining) return { ...related, joining };
  const inverse = via === undefined ? undefined : textUnder(evaluation, attributeOf(evaluation, library, collection, via, place.path), "collection");
  if (via !== undefined && inverse === undefined) return related;
  if (via === undefined) return { table: undefined, place, reason: "the relation does not say which table joins the models" };
  return { ...related, joining: { name: [`${modelName}_${relation}`, `${collection}_${via}`].map((name) => name.toLowerCase()).sort().join("__"), quoted: false } };
}

function attributeOf(evaluation: Evaluation, library: ClientLibrary, model: string | undefined, attribute: string, from: string): Values {
  const home = fileOfModel(evaluation, library, (file) => file.toLowerCase() === model?.toLowerCase(), from);
  const { word = "" } = library.ambient ?? {};
  return home === undefined ? [] : memberOfValues(evaluation, memberOfValues(evaluation, wholeModule(evaluation, [home]), word), attribute);
}

function textUnder(evaluation: Evaluation, values: Values, key: string): string | undefined {
  const objects = values.filter(({ kind }) => kind === "composite");
  return objects.length === 0 ? undefined : memberOfValues(evaluation, objects, key).map(plainText).find((text) => text !== undefined);
}

function tableIn(evaluation: Evaluation, { table, naming }: AmbientModels, path: string, place: Place): TableReference {
  const said = memberOfValues(evaluation, wholeModule(evaluation, [path]), table).map(plainText).find((text) => text !== undefined);
  return { table: { name: said ?? nameTable(nameOfFile(path), naming), quoted: false }, place, modelName: nameOfFile(path) };
}
