import type { ClientLibrary } from "../../model/client.ts";
import type { GeneratedType, TellingMethods } from "../../model/generated-code.ts";
import type { Place } from "../../model/place.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Call, FunctionNode } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import type { Libraries } from "../libraries.ts";
import { tableOfMember } from "../tables/table-of-member.ts";
import { tableOf } from "../tables/table-of-value.ts";
import type { TableReference, Type, TypeOfLibrary } from "../value.ts";

/** The library whose tool has written a file, as the comment at its head says. */
export function generatorOfFile(libraries: Libraries, model: SourceModel): ClientLibrary | undefined {
  if (!generatorsOfFiles.has(model)) {
    const head = model.file.text.slice(0, HEADER);
    generatorsOfFiles.set(model, libraries.generators(model.file.language).find(({ generates }) => generates && head.includes(generates.header)));
  }
  return generatorsOfFiles.get(model);
}

const generatorsOfFiles = new WeakMap<SourceModel, ClientLibrary | undefined>();

/** How much of a file can be the comment that says what has generated it. */
const HEADER = 1_000;

/** The names of the methods with statements of their own, in what the library's tool has generated. */
export function tellingMethods({ models, libraries }: Evaluation["world"], library: ClientLibrary): ReadonlySet<string> {
  const { header, telling } = library.generates ?? {};
  const paths = header === undefined ? [] : models.mentioning(library.language, telling && "word" in telling ? telling.word : header.split(" ").at(-1)!);
  const names = paths.flatMap((path) => {
    const model = models.of(path);
    if (!model || !telling || generatorOfFile(libraries, model) !== library) return [];
    return model.statements.flatMap((each) => (each.kind === "function" && each.receiver && each.name !== undefined && isTelling(telling, each, model) ? [each.name] : []));
  });
  return new Set(names);
}

export function isTelling(telling: TellingMethods, { name, span }: FunctionNode, { file }: SourceModel): boolean {
  return "word" in telling ? file.text.slice(span.start, span.end).includes(telling.word) : telling.names.some((start) => name?.startsWith(start));
}

/** The library's type that a generated type is, for the model that its name says. */
export function generatedType(evaluation: Evaluation, name: string, declared: Type, from: SourceModel): TypeOfLibrary | undefined {
  const library = generatorOfFile(evaluation.world.libraries, from);
  const fits = (each: GeneratedType, model: string): boolean => each.beside === undefined || from.scope.bindings.has(model + each.beside);
  const type = library && namedAs(evaluation, library, name, from, fits);
  return type && { ...type, generated: { ...type.generated!, declared } };
}

/** The same for a type of a module that is not there: where its models are declared, they tell. */
export function missingGeneratedType(evaluation: Evaluation, module: string, name: string, from: SourceModel): TypeOfLibrary | undefined {
  const last = module.split("/").at(-1);
  const library = evaluation.world.libraries.generators(from.file.language).find(({ generates, entities }) => generates?.module === last && entities?.declaredIn);
  return library && namedAs(evaluation, library, name, from, () => true);
}

function namedAs(evaluation: Evaluation, library: ClientLibrary, name: string, from: SourceModel, fits: (each: GeneratedType, model: string) => boolean): TypeOfLibrary | undefined {
  for (const each of library.generates?.types ?? []) {
    const { prefix = "", suffix = "", type } = each;
    const model = name.slice(prefix.length, name.length - suffix.length);
    if (model === "" || !name.startsWith(prefix) || !name.endsWith(suffix) || !fits(each, model)) continue;
    if (library.entities?.declaredIn && !tableOfMember(evaluation, { library, name: model }, { model: from, frame: undefined }, placeIn(from)).table) continue;
    return { kind: "client", library, name: type, generated: { model, from } };
  }
  return undefined;
}

/** The table of the model that a type is generated for. */
export function tableOfGenerated(evaluation: Evaluation, { library, generated }: TypeOfLibrary): TableReference | undefined {
  if (!generated) return undefined;
  const { model: name, from } = generated;
  if (library.entities?.declaredIn) return tableOfMember(evaluation, { library, name }, { model: from, frame: undefined }, placeIn(from));
  const known = tables.get(from) ?? tableSaidIn(evaluation, library, from);
  if (known) tables.set(from, known);
  return known;
}

const tables = new WeakMap<SourceModel, TableReference>();

function tableSaidIn(evaluation: Evaluation, library: ClientLibrary, from: SourceModel): TableReference | undefined {
  const said = library.entities?.generated;
  const call = said && firstCall(from, said.calls);
  const argument = call?.arguments[said!.argument];
  if (!argument) return undefined;
  const references = evaluation.evaluate(argument, { model: from, frame: undefined }).map((value) => tableOf(evaluation, value, library, { path: from.file.path, span: argument.span }));
  return references.find(({ table }) => table) ?? references[0];
}

function firstCall({ statements }: SourceModel, names: readonly string[]): Call | undefined {
  const calls: Call[] = [];
  for (const statement of statements) {
    const inside = statement.kind === "variable" ? statement.values : statement.kind === "function" && !statement.receiver && statement.body ? [statement.body] : [];
    walkSyntax(inside, (node) => {
      if (node.kind === "call" && node.callee.kind === "member" && names.includes(node.callee.name)) calls.push(node);
    });
  }
  return calls[0];
}

function placeIn({ file: { path } }: SourceModel): Place {
  return { path, span: { start: 0, end: 0 } };
}
