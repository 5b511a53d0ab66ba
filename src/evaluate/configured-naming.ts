import type { ClientLibrary, NamingConfiguration, TableNaming } from "../model/client.ts";
import type { Composite } from "../model/syntax.ts";
import type { SourceModel } from "../model/source-model.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import type { Evaluation } from "./evaluator.ts";
import { plainText } from "./evaluate-text.ts";

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
  return known.get(library)!;
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
  const isSingular = valueOf(singular);
  const staysSingular = (isSingular?.kind === "name" && isSingular.name === "true") || (isSingular?.kind === "literal" && isSingular.raw === "true");
  return { prefix: texts.find((text) => text !== undefined) ?? "", naming: staysSingular ? "snake" : naming };
}

function compositesOf(model: SourceModel, type: string): readonly Composite[] {
  const composites: Composite[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind === "composite" && node.type?.kind === "named" && node.type.path.at(-1) === type) composites.push(node);
  });
  return composites;
}
