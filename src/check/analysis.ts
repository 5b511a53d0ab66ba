import { createCallFilter } from "../clients/call-names.ts";
import type { ClientContext } from "../clients/client-context.ts";
import { clientLibraries } from "../clients/index.ts";
import { requirementsOf, usableLibraries } from "../clients/markers.ts";
import { createHelpers } from "../clients/helper-functions.ts";
import { createEvaluator, type Evaluator } from "../evaluate/evaluator.ts";
import { createDeclarations } from "../evaluate/find-declaration.ts";
import { createLibraries } from "../evaluate/libraries.ts";
import { createModuleResolver } from "../evaluate/modules/index.ts";
import { createJsonFiles } from "../evaluate/modules/json-files.ts";
import type { ClientLibrary } from "../model/client.ts";
import type { DeclaredKey } from "../model/declared-table.ts";
import type { LanguageId, Project } from "../model/source-file.ts";
import type { SourceModels } from "../model/source-model.ts";

/** What one run knows of a project: models of its files, values of its expressions. */
export interface Analysis extends ClientContext {
  readonly models: SourceModels;
  /** The names of methods that the project's relations between models give their rows; read when first asked for. */
  relationMethods(): ReadonlyMap<LanguageId, ReadonlySet<string>>;
  /** The foreign keys that these relations make. */
  relationKeys(): readonly DeclaredKey[];
}

export function analyse(project: Project, models: SourceModels): Analysis {
  const modules = createModuleResolver(project);
  const libraries = createLibraries(clientLibraries, requirementsOf(project));
  const evaluator = createEvaluator({ models, modules, libraries, declarations: createDeclarations(models, modules), jsonFiles: createJsonFiles(project) });
  const usable = usableLibraries(clientLibraries, project);
  const relating = usable.filter(({ entities, generates }) => entities?.relations?.methods ?? generates?.telling);
  const relationMethods = once(() => namesOfMethods(relating, evaluator));
  const relationKeys = (): readonly DeclaredKey[] => relating.flatMap((library) => evaluator.keysOfRelations(library));
  return { models, evaluator, libraries, helpers: createHelpers(models, evaluator), relationMethods, relationKeys, calls: createCallFilter(usable, (name, language) => relationMethods().get(language)?.has(name) === true) };
}

function namesOfMethods(relating: readonly ClientLibrary[], evaluator: Evaluator): ReadonlyMap<LanguageId, ReadonlySet<string>> {
  const names = new Map<LanguageId, ReadonlySet<string>>();
  for (const library of relating) names.set(library.language, new Set([...(names.get(library.language) ?? []), ...evaluator.relationMethods(library)]));
  return names;
}

function once<Result>(work: () => Result): () => Result {
  let result: { readonly value: Result } | undefined;
  return () => (result ??= { value: work() }).value;
}
