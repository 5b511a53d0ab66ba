import type { ClientLibrary } from "../../model/client.ts";
import type { NamingConfiguration, TableNaming } from "../../model/table-naming.ts";
import type { Composite } from "../../model/syntax.ts";
import type { SourceModel } from "../../model/source-model.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { entriesOf, propertyOf } from "../modules/read-json.ts";
import { isTrue } from "../expressions/is-true.ts";

/** What a project says of the names of its tables where it sets its library up. */
export interface ConfiguredNaming {
  readonly prefix: string;
  readonly naming: TableNaming | undefined;
}

const namingByProject = new WeakMap<Evaluation["world"], Map<ClientLibrary, ConfiguredNaming>>();

/** The naming of a library's models in this project: as configured with a struct of the library, else the library's own. What is known at run time only counts as not set. */
export function configuredNaming(evaluation: Evaluation, library: ClientLibrary): ConfiguredNaming {
  const known = namingByProject.get(evaluation.world) ?? new Map<ClientLibrary, ConfiguredNaming>();
  namingByProject.set(evaluation.world, known);
  const before = known.get(library);
  if (before) return before;
  const naming = library.entities?.naming;
  known.set(library, { prefix: "", naming });
  for (const configuration of library.entities?.configurations ?? []) {
    const found = findConfiguration(evaluation, library, configuration);
    if (found) known.set(library, { prefix: found.prefix, naming: found.naming ?? naming });
  }
  const byDefault = defaultNaming(evaluation, library);
  if (byDefault) known.set(library, { prefix: "", naming: byDefault });
  return known.get(library)!;
}

/** What the project sets for all models, in the order of the rules where it sets several. */
function defaultNaming({ world: { models, jsonFiles } }: Evaluation, { language, entities }: ClientLibrary): TableNaming | undefined {
  const { under, files = [], namings = {} } = entities?.defaults ?? {};
  const written = files.flatMap((file) => jsonFiles(file)).flatMap((config) => [config, ...entriesOf(config).map(([, environment]) => environment)]);
  const isSet = (key: string): boolean => written.some((config) => propertyOf(propertyOf(config, under ?? ""), key) === true) || models.mentioning(language, key).some((path) => setsDefault(models.of(path), under, key));
  return Object.keys(namings).flatMap((key) => (isSet(key) ? [namings[key]!] : []))[0];
}

function setsDefault(model: SourceModel | undefined, under: string | undefined, key: string): boolean {
  let isSet = false;
  walkSyntax(model?.statements ?? [], (node) => {
    if (node.kind !== "composite") return;
    for (const { name, value } of node.entries) if (name === under && value.kind === "composite" && isTrue(value.entries.findLast((entry) => entry.name === key)?.value)) isSet = true;
  });
  return isSet;
}

function findConfiguration(evaluation: Evaluation, library: ClientLibrary, configuration: NamingConfiguration): ConfiguredNaming | undefined {
  for (const path of evaluation.world.models.mentioning(library.language, configuration.type)) {
    const model = evaluation.world.models.of(path);
    for (const composite of model ? compositesOf(model, configuration.type) : []) return readConfiguration(evaluation, composite, model!, configuration);
  }
  return undefined;
}

function readConfiguration(evaluation: Evaluation, composite: Composite, model: SourceModel, { naming, prefix, singular }: NamingConfiguration): ConfiguredNaming {
  const valueOf = (field: string | undefined) => (field === undefined ? undefined : composite.entries.find((entry) => entry.name === field)?.value);
  const prefixed = valueOf(prefix);
  const texts = prefixed ? evaluation.evaluate(prefixed, { model, frame: undefined }).map(plainText) : [];
  const staysSingular = isTrue(valueOf(singular));
  return { prefix: texts.find((text) => text !== undefined) ?? "", naming: staysSingular ? "snake" : naming };
}

function compositesOf(model: SourceModel, type: string): readonly Composite[] {
  const composites: Composite[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind === "composite" && node.type?.kind === "named" && node.type.path.at(-1) === type) composites.push(node);
  });
  return composites;
}
