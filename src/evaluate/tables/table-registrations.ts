import type { ClientLibrary } from "../../model/client.ts";
import type { TableRegistration } from "../../model/entity-rules.ts";
import type { Call, Expression } from "../../model/syntax.ts";
import type { SourceModel } from "../../model/source-model.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { configuredNaming } from "./configured-naming.ts";
import { nameTable } from "./name-table.ts";
import { registeredModels } from "./registered-models.ts";
import { entityOf } from "./table-of-entity.ts";
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
    if (node.kind === "call" && (node.callee.kind === "member" || node.callee.kind === "name") && node.callee.name === name) calls.push(node);
  });
  return calls;
}

function register(evaluation: Evaluation, call: Call, how: TableRegistration, library: ClientLibrary, site: Site, found: Map<string, string>): void {
  if (how.under) return registerDescribed(evaluation, call.arguments[how.model], how.under, library, site, found);
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

/** A model that an object describes, which may name its table. */
function registerDescribed(evaluation: Evaluation, description: Expression | undefined, under: NonNullable<TableRegistration["under"]>, library: ClientLibrary, site: Site, found: Map<string, string>): void {
  const described = description ? evaluation.evaluate(description, site).filter(({ kind }) => kind === "composite") : [];
  if (described.length === 0) return;
  const entity = memberOfValues(evaluation, described, under.model).map((value) => (value.kind === "type" ? entityOf(evaluation, value) : undefined)).find((each) => each !== undefined);
  const said = under.names.flatMap((key) => memberOfValues(evaluation, described, key).map(plainText)).find((text) => text !== undefined);
  const { prefix, naming } = configuredNaming(evaluation, library);
  const name = said ?? (entity?.declaration.name && naming && prefix + nameTable(entity.declaration.name, naming));
  if (entity && name) found.set(keyOfEntity(entity), name);
}
