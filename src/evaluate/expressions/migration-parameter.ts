import type { Binding } from "../../model/source-model.ts";
import type { Evaluation } from "../evaluator.ts";
import { functionNames } from "../function-names.ts";
import type { Site, Values } from "../value.ts";

/** What a tool for migrations gives the functions that it finds by their names: `exports.up = (knex) => …`. */
export function givenByMigrationTool(evaluation: Evaluation, { name, parameter, part }: Binding, site: Site): Values | undefined {
  if (!parameter || part) return undefined;
  const names = functionNames(site.model, parameter.function.span.start);
  const handles = evaluation.world.libraries.migrationHandles(site.model.file.language, names, parameter.index, name);
  return handles.length > 0 ? handles.map((type) => ({ kind: "instance", type })) : undefined;
}
