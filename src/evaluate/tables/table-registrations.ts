import type { ClientLibrary } from "../../model/client.ts";
import type { TableRegistration } from "../../model/entity-rules.ts";
import type { Call } from "../../model/syntax.ts";
import type { SourceModel } from "../../model/source-model.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { nameTable } from "./name-table.ts";
import { registeredModels } from "./registered-models.ts";
import type { Site } from "../value.ts";
import { keyOfEntity } from "../value.ts";

/** Table names by `keyOfEntity`. */
type Registrations = ReadonlyMap<string, string>;

const registrationsByProject = new WeakMap<Evaluation["world"], Map<ClientLibrary, Registrations>>();

/** The tables of the models that calls anywhere in the project register: `dbMap.AddTableWithName(User{}, "users")`. */
export function registrationsOf(evaluation: Evaluation, library: ClientLibrary): Registrations {
  const calls = library.entities?.registrations;
  if (!calls) return new Map();
  const known = registrationsByProject.get(evaluation.world) ?? new Map<ClientLibrary, Registrations>();
  registrationsByProject.set(evaluation.world, known);
  const before = known.get(library);
  if (before) return before;
  const found = new Map<string, string>();
  known.set(library, found);
  for (const [name, how] of Object.entries(calls)) {
    for (const path of evaluation.world.models.mentioning(library.language, name)) {
      const model = evaluation.world.models.of(path);
      if (model) for (const call of callsOf(model, name)) register(evaluation, call, how, library, { model, frame: undefined }, found);
    }
  }
  return found;
}

function callsOf(model: SourceModel, name: string): readonly Call[] {
  const calls: Call[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind === "call" && node.callee.kind === "member" && node.callee.name === name) calls.push(node);
  });
  return calls;
}

function register(evaluation: Evaluation, call: Call, how: TableRegistration, library: ClientLibrary, site: Site, found: Map<string, string>): void {
  const textAt = (index: number | undefined): string | undefined => {
    const argument = index === undefined ? undefined : call.arguments[index];
    return argument && evaluation.evaluate(argument, site).map(plainText).find((text) => text !== undefined);
  };
  const schema = textAt(how.schema);
  const prefix = textAt(how.prefix) ?? "";
  const named = how.name === undefined ? undefined : call.arguments[how.name];
  const models = how.rest ? call.arguments.slice(how.model) : call.arguments.slice(how.model, how.model + 1);
  for (const argument of models) {
    for (const { entity, name: names } of registeredModels(evaluation, argument, named, site)) {
      const said = names.map(plainText).find((text) => text !== undefined);
      const name = named ? said : entity.declaration.name && nameTable(entity.declaration.name, library.entities?.naming ?? "as-written");
      if (name) found.set(keyOfEntity(entity), `${schema ? `${schema}.` : ""}${prefix}${name}`);
    }
  }
}
