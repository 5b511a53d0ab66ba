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

function tableIn(evaluation: Evaluation, { table, naming }: AmbientModels, path: string, place: Place): TableReference {
  const said = memberOfValues(evaluation, wholeModule(evaluation, [path]), table).map(plainText).find((text) => text !== undefined);
  return { table: { name: said ?? nameTable(nameOfFile(path), naming), quoted: false }, place };
}
