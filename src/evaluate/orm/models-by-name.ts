import type { ClientLibrary } from "../../model/client.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Call, TypeDeclaration } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { exportedValues, wholeModule } from "../find-declaration.ts";
import { nearestTo } from "../modules/folders.ts";
import { decoratorName, initialiserOf } from "../tables/table-of-entity.ts";
import type { ClientValue, Value, Values } from "../value.ts";

interface NamedModel {
  readonly path: string;
  readonly value: Value;
}

const modelsByProject = new WeakMap<Evaluation["world"], Map<ClientLibrary, ReadonlyMap<string, readonly NamedModel[]>>>();

/** The model that a project has under a name, the nearest to a file of several. */
export function modelNamed(evaluation: Evaluation, library: ClientLibrary, name: string, from: string): Value | undefined {
  const named = modelsOf(evaluation, library).get(name) ?? [];
  const nearest = nearestTo(from, named.map(({ path }) => path));
  return named.find(({ path }) => path === nearest)?.value;
}

/** What the files of a name export that hold a word, of the nearest to a file of several. */
export function exportsOfModelFile(evaluation: Evaluation, library: ClientLibrary, { name, word }: { readonly name: string; readonly word: string }, from: string): Values {
  const paths = evaluation.world.models.mentioning(library.language, word).filter((path) => path.slice(path.lastIndexOf("/") + 1).split(".")[0] === name);
  const nearest = nearestTo(from, paths);
  return nearest === undefined ? [] : [...wholeModule(evaluation, [nearest]), ...(exportedValues(evaluation, [nearest], "default") ?? []), ...(exportedValues(evaluation, [nearest], name) ?? [])];
}

/** A method of the library's that the model has which a file of this name exports as a whole, the nearest to a file of several. */
export function methodOfModelFile(evaluation: Evaluation, library: ClientLibrary, file: { readonly name: string; readonly word: string }, method: string, from: string): ClientValue | undefined {
  const paths = evaluation.world.models.mentioning(library.language, file.word).filter((path) => path.slice(path.lastIndexOf("/") + 1).split(".")[0] === file.name);
  const methods = paths.flatMap((path) => {
    const exported = [...wholeModule(evaluation, [path]), ...(exportedValues(evaluation, [path], "default") ?? [])];
    const found = memberOfValues(evaluation, exported, method).find((value): value is ClientValue => value.kind === "client" && value.library === library && value.receiver !== undefined);
    return found ? [{ path, found }] : [];
  });
  const nearest = nearestTo(from, methods.map(({ path }) => path));
  return methods.find(({ path }) => path === nearest)?.found;
}

/** The name that a class or defined model is known by. */
export function nameOfModel(evaluation: Evaluation, value: Value): string | undefined {
  if (value.kind === "instance") return value.table?.modelName;
  if (value.kind !== "type") return undefined;
  for (const library of evaluation.world.libraries.withNamedModels(value.model.file.language)) {
    const name = nameOfClass(evaluation, library, value.declaration, value.model);
    if (name !== undefined) return name;
  }
  return value.declaration.name;
}

function modelsOf(evaluation: Evaluation, library: ClientLibrary): ReadonlyMap<string, readonly NamedModel[]> {
  const known = modelsByProject.get(evaluation.world) ?? new Map<ClientLibrary, ReadonlyMap<string, readonly NamedModel[]>>();
  modelsByProject.set(evaluation.world, known);
  const before = known.get(library);
  if (before) return before;
  const found = new Map<string, NamedModel[]>();
  known.set(library, found);
  const { models } = evaluation.world;
  for (const path of library.entities?.named ? models.mentioning(library.language, library.entities.named.word) : []) {
    const model = models.of(path);
    for (const { name, value } of model ? declaredIn(evaluation, library, model) : []) found.set(name, [...(found.get(name) ?? []), { path, value }]);
  }
  return found;
}

function declaredIn(evaluation: Evaluation, library: ClientLibrary, model: SourceModel): readonly { readonly name: string; readonly value: Value }[] {
  const { definers = [] } = library.entities?.named ?? {};
  const calls: Call[] = [];
  const classes: TypeDeclaration[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind === "call" && node.callee.kind === "member" && definers.includes(node.callee.name)) calls.push(node);
    if (node.kind === "type" && node.form === "class") classes.push(node);
  });
  const site = { model, frame: undefined };
  const defined = calls.flatMap((call) => evaluation.evaluate(call, site).flatMap((value) => (value.kind === "instance" && value.table?.modelName !== undefined ? [{ name: value.table.modelName, value }] : [])));
  const declared = classes.flatMap((declaration) => {
    const name = nameOfClass(evaluation, library, declaration, model);
    return name === undefined ? [] : [{ name, value: { kind: "type", declaration, model } as const }];
  });
  return [...defined, ...declared];
}

/** As the call that sets a class up says, else the class's own; undefined where it is no model of the library. */
function nameOfClass(evaluation: Evaluation, library: ClientLibrary, declaration: TypeDeclaration, model: SourceModel): string | undefined {
  const initialiser = initialiserOf({ declaration, model }, library);
  if (initialiser) {
    const options = initialiser.call.arguments.at(initialiser.how.argument);
    const values = options ? evaluation.evaluate(options, { model, frame: undefined }).filter(({ kind }) => kind === "composite") : [];
    const said = values.length > 0 ? (initialiser.how.model ?? []).flatMap((key) => memberOfValues(evaluation, values, key).map(plainText)) : [];
    return said.find((text) => text !== undefined) ?? declaration.name;
  }
  const { decorators = {} } = library.entities ?? {};
  return declaration.decorators.some((decorator) => Object.hasOwn(decorators, decoratorName(decorator) ?? "")) ? declaration.name : undefined;
}
