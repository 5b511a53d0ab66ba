import { createCallFilter } from "../clients/call-names.ts";
import type { ClientContext } from "../clients/find-client-uses.ts";
import { clientLibraries } from "../clients/index.ts";
import { requirementsOf, usableLibraries } from "../clients/markers.ts";
import { createHelpers } from "../clients/helper-functions.ts";
import { createEvaluator } from "../evaluate/evaluator.ts";
import { createDeclarations } from "../evaluate/find-declaration.ts";
import { createLibraries } from "../evaluate/libraries.ts";
import { createModuleResolver } from "../evaluate/modules/index.ts";
import type { Project } from "../model/source-file.ts";
import type { SourceModels } from "../model/source-model.ts";

/** What one run knows of a project: models of its files, values of its expressions. */
export interface Analysis extends ClientContext {
  readonly models: SourceModels;
}

export function analyse(project: Project, models: SourceModels): Analysis {
  const modules = createModuleResolver(project);
  const libraries = createLibraries(clientLibraries, requirementsOf(project));
  const evaluator = createEvaluator({ models, modules, libraries, declarations: createDeclarations(models, modules) });
  return { models, evaluator, libraries, helpers: createHelpers(models, evaluator), calls: createCallFilter(usableLibraries(clientLibraries, project)) };
}
