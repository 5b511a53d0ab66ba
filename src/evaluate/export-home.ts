import type { SourceModel } from "../model/source-model.ts";
import type { Evaluation } from "./evaluator.ts";
import { generatorOf } from "./find-declaration.ts";

/** The file that exports a name itself, after all `export * from`; `outside` is the module that it has from outside the project then. */
export interface ExportHome {
  readonly path: string;
  readonly outside?: string;
}

const homesByProject = new WeakMap<Evaluation["world"], Map<string, ExportHome | undefined>>();

/** Where a name that a file exports is declared; remembers every answer, for index files may lead through hundreds of others. */
export function homeOfExport(evaluation: Evaluation, path: string, name: string): ExportHome | undefined {
  const homes = homesByProject.get(evaluation.world) ?? new Map<string, ExportHome | undefined>();
  homesByProject.set(evaluation.world, homes);
  const key = `${path} ${name}`;
  if (!homes.has(key)) homes.set(key, search(evaluation, path, name));
  return homes.get(key);
}

function search(evaluation: Evaluation, start: string, name: string): ExportHome | undefined {
  const seen = new Set<string>();
  const pending = [start];
  let outside: ExportHome | undefined;
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const model = evaluation.world.models.of(path);
    if (!model) continue;
    if (declares(evaluation, model, name)) return { path };
    if (name === "default") continue;
    const inside: string[] = [];
    for (const module of modulesOf(model)) {
      const resolution = evaluation.world.modules.resolve(path, module);
      if (resolution.kind === "project") inside.push(...resolution.paths);
      // What is not there may export anything: it is asked last.
      else outside ??= { path, outside: module };
    }
    pending.push(...inside.reverse());
  }
  return outside;
}

function declares(evaluation: Evaluation, model: SourceModel, name: string): boolean {
  if (model.exports.some((each) => each.name === name || (each.whole && each.value?.kind !== "composite"))) return true;
  return generatorOf(evaluation, model, name) !== undefined || (model.exports.length === 0 && model.scope.bindings.has(name));
}

function modulesOf({ exports }: SourceModel): readonly string[] {
  return exports.flatMap((each) => (each.name === "*" && each.from ? [each.from.module] : []));
}
