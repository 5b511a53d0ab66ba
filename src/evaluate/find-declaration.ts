import type { ClientLibrary } from "../model/client.ts";
import type { ModuleResolver } from "../model/module-resolver.ts";
import type { Binding, Export, SourceModel, SourceModels } from "../model/source-model.ts";
import { valuesOfBinding } from "./expressions/evaluate-name.ts";
import { memberOfValues } from "./expressions/evaluate-member.ts";
import type { Evaluation } from "./evaluator.ts";
import { type ExportHome, homeOfExport } from "./export-home.ts";
import { generatorOfFile } from "./orm/generated-code.ts";
import type { Values } from "./value.ts";
import { isMissing, unknown } from "./value.ts";

export interface Declaration {
  readonly binding: Binding;
  readonly model: SourceModel;
}

/** Finds top-level names of other files; remembers every answer. */
export interface Declarations {
  /** A name of the same package, declared in another of its files (languages whose files share a scope). */
  inPackageOf(model: SourceModel, name: string): Declaration | undefined;
  /** A top-level name of one of these files, imports left out. */
  inFiles(paths: readonly string[], name: string): Declaration | undefined;
}

export function createDeclarations(models: SourceModels, modules: ModuleResolver): Declarations {
  const byFirstPath = new Map<string, Map<string, string | undefined>>();

  function inFiles(paths: readonly string[], name: string): Declaration | undefined {
    const [first] = paths;
    if (first === undefined) return undefined;
    const key = `${first} ${paths.length}`;
    let known = byFirstPath.get(key);
    if (!known) byFirstPath.set(key, (known = new Map<string, string | undefined>()));
    if (!known.has(name)) known.set(name, paths.find((path) => models.mentions(path, name) && declaredIn(path, name)));
    const path = known.get(name);
    return path === undefined ? undefined : declaredIn(path, name);
  }

  function declaredIn(path: string, name: string): Declaration | undefined {
    const model = models.of(path);
    const binding = model?.scope.bindings.get(name);
    return model && binding && binding.kind !== "import" ? { binding, model } : undefined;
  }

  return { inFiles, inPackageOf: (model, name) => inFiles(modules.packageOf(model.file.path), name) };
}

/** What an import binds: a module as a whole, or what it exports under a name. */
export function importedValues(evaluation: Evaluation, model: SourceModel, imported: { readonly module: string; readonly imported: string; readonly local?: string }): Values {
  const resolution = evaluation.world.modules.resolve(model.file.path, imported.module);
  if (resolution.kind === "project") {
    if (imported.imported === "*") return wholeModule(evaluation, resolution.paths);
    return exportedValues(evaluation, resolution.paths, imported.imported) ?? unknown(`\`${imported.imported}\` is not exported by ${imported.module}`);
  }
  const module = resolution.kind === "external" ? resolution.module : imported.module;
  const values = externalValues(evaluation, model, module, imported.imported === "*" ? [] : [imported.imported]);
  return values.every(isMissing) ? (evaluation.world.libraries.customary(model.file.language, imported.local ?? imported.imported) ?? values) : values;
}

/** A module as `import * as` and `require` see it: the one value that it is (`module.exports = value`), else all that it exports. */
export function wholeModule(evaluation: Evaluation, paths: readonly string[]): Values {
  const model = paths.length === 1 ? evaluation.world.models.of(paths[0]!) : undefined;
  const whole = model?.exports.find((each) => each.whole);
  const values = model && whole && valuesOfExport(evaluation, model, whole, new Set());
  return values ?? [{ kind: "namespace", paths }];
}

/** Something of a module outside the project: a client's where the module is a known library. */
export function externalValues(evaluation: Evaluation, model: SourceModel, module: string, path: readonly string[]): Values {
  const [name = "*", ...rest] = path;
  const { libraries } = evaluation.world;
  const library = libraries.ofModule(model.file.language, module) ?? libraries.generating(model.file.language, name, module);
  const exported = library && rest.length === 0 ? evaluation.world.libraries.exportOf(library, name) : undefined;
  return [exported ?? { kind: "external", module, path }];
}

/** The library whose tool has generated a file, where what the file declares under a name is the library's own. */
export function generatorOf(evaluation: Evaluation, model: SourceModel, name: string): ClientLibrary | undefined {
  const library = generatorOfFile(evaluation.world.libraries, model);
  return library?.generates?.names.includes(name) ? library : undefined;
}

/** What files of the project export under a name; undefined where they do not. */
export function exportedValues(evaluation: Evaluation, paths: readonly string[], name: string): Values | undefined {
  return followExport(evaluation, paths, name, new Set());
}

function followExport(evaluation: Evaluation, paths: readonly string[], name: string, seen: Set<string>): Values | undefined {
  for (const path of paths) {
    const key = `${path} ${name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const home = homeOfExport(evaluation, path, name);
    const model = home && evaluation.world.models.of(home.path);
    const values = home && model && exportOf(evaluation, model, name, home, seen);
    if (values) return values;
  }
  return undefined;
}

function exportOf(evaluation: Evaluation, model: SourceModel, name: string, home: ExportHome, seen: Set<string>): Values | undefined {
  if (home.outside !== undefined) return reexported(evaluation, model, home.outside, name, seen);
  const generator = generatorOf(evaluation, model, name);
  if (generator) return [evaluation.world.libraries.exportOf(generator, name) ?? { kind: "external", module: model.file.path, path: [name] }];
  const declared = model.exports.find((each) => each.name === name);
  if (declared) return valuesOfExport(evaluation, model, declared, seen);
  const whole = model.exports.find((each) => each.whole);
  const member = whole && memberOfValues(evaluation, valuesOfExport(evaluation, model, whole, seen) ?? [], name);
  if (member?.some((value) => value.kind !== "unknown")) return member;
  const binding = model.scope.bindings.get(name);
  return binding && binding.kind !== "import" ? valuesOfBinding(evaluation, binding, undefined, { model, frame: undefined }) : undefined;
}

function valuesOfExport(evaluation: Evaluation, model: SourceModel, declared: Export, seen: Set<string>): Values | undefined {
  if (declared.from) {
    if (declared.from.imported === "*") return importedValues(evaluation, model, { module: declared.from.module, imported: "*" });
    return reexported(evaluation, model, declared.from.module, declared.from.imported, seen);
  }
  const site = { model, frame: undefined };
  const binding = declared.local === undefined ? undefined : model.scope.bindings.get(declared.local);
  if (binding) return valuesOfBinding(evaluation, binding, undefined, site);
  return declared.value ? evaluation.evaluate(declared.value, site) : undefined;
}

function reexported(evaluation: Evaluation, model: SourceModel, module: string, name: string, seen: Set<string>): Values | undefined {
  const resolution = evaluation.world.modules.resolve(model.file.path, module);
  if (resolution.kind === "project") return followExport(evaluation, resolution.paths, name, seen);
  return externalValues(evaluation, model, resolution.kind === "external" ? resolution.module : module, [name]);
}
