import type { Expression, Index, Member } from "../../model/syntax.ts";
import type { ValuePart } from "../../model/source-model.ts";
import { modelOfMember, modelsNamedBy } from "../orm/model-of-member.ts";
import { staticOfImported } from "../types/assigned-statics.ts";
import { classesOf } from "../types/class-of-instance.ts";
import { isBuiltIn } from "../types/built-in-types.ts";
import type { Evaluation } from "../evaluator.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { exportedValues } from "../find-declaration.ts";
import { elementsOfComposite, entryOf, throughSpread } from "./evaluate-composite.ts";
import { indexedEntries } from "./filled-objects.ts";
import { memberOfType } from "../types/find-member.ts";
import { staticMember } from "../types/static-member.ts";
import { memberOfSuper } from "../types/super-member.ts";
import { isUntold } from "./recognise-call.ts";
import { typeValue } from "../types/find-type.ts";
import type { Site, Type, Value, Values } from "../value.ts";
import { eitherOf, unknown } from "../value.ts";
import { lookUp, valuesOfBinding } from "./evaluate-name.ts";

/** `object.name`. */
export function evaluateMember(evaluation: Evaluation, member: Member, site: Site): Values {
  const place = { path: site.model.file.path, span: member.nameSpan };
  const objects = evaluation.evaluate(member.object, site);
  const members = classesOf(objects, member, site) ?? memberOfSuper(evaluation, member, site) ?? memberOfValues(evaluation, objects, member.name);
  const told = members.every(({ kind }) => kind === "unknown") ? (staticOfImported(evaluation, objects, member, site) ?? members) : members;
  const registries = isUntold(told) ? evaluation.world.libraries.registriesNamed(site.model.file.language, member.name) : [];
  if (registries.length > 0) return registries;
  return told.map((value) => {
    if (value.kind === "unknown") return value.parameterOf && isBuiltIn(member.object, site.model) ? { kind: "unknown", reason: value.reason } : value;
    return modelOfMember(evaluation, value, site, place);
  });
}

/** `object[index]`: the entry of a known key, or any entry. */
export function evaluateIndex(evaluation: Evaluation, expression: Index, site: Site): Values {
  const objects = evaluation.evaluate(expression.object, site);
  if (!expression.index) return objects;
  const indexes = isCounter(expression.index, site) ? unknown("it is a number") : evaluation.evaluate(expression.index, site);
  const keys = indexes.map(plainText);
  const place = { path: site.model.file.path, span: expression.index.span };
  if (keys.every((key) => key === undefined) || objects.every(isTypedList)) {
    const models = indexes.flatMap((index) => modelsNamedBy(evaluation, index, objects, place));
    if (models.length > 0) return models;
    const elements = elementsOf(evaluation, objects);
    return elements.some((value) => value.kind !== "unknown") ? elements : (indexedEntries(evaluation, expression, site) ?? elements);
  }
  const named = (key: string): Values => memberOfValues(evaluation, objects, key).map((value) => modelOfMember(evaluation, value, site, place));
  return eitherOf(...keys.map((key) => (key === undefined ? elementsOf(evaluation, objects) : named(key))));
}

/** `i` of `for (let i = 0; …; i++)`: any of the numbers. */
function isCounter(index: Expression, { model }: Site): boolean {
  const binding = index.kind === "name" ? lookUp(model.scopeAt(index.span.start), index.name) : undefined;
  return binding?.assignments.some(({ operator }) => operator === "+=" || operator === "-=") ?? false;
}

/** The type of a list's elements; of a generated list, and of the rows that a query gives, too. */
export function elementType(type: Type): Type | undefined {
  if (type.kind === "list") return type.element;
  if (type.kind !== "client") return undefined;
  const rows = givesRows(type);
  if (rows !== undefined) return { kind: "client", library: type.library, name: rows };
  return type.generated?.declared ? elementType(type.generated.declared) : undefined;
}

function givesRows(type: Type): string | undefined {
  return type.kind === "client" && Object.hasOwn(type.library.types, type.name) ? type.library.types[type.name]?.rows : undefined;
}

/** Of which only the type of the elements is known. */
function isTypedList(value: Value): boolean {
  return (value.kind === "instance" && elementType(value.type) !== undefined) || (value.kind === "list" && value.elements.length === 0);
}

/** A member of each alternative. */
export function memberOfValues(evaluation: Evaluation, values: Values, name: string): Values {
  const members = values.map((value) => memberOfValue(evaluation, value, name));
  const known = members.flat().filter((value) => value.kind !== "unknown");
  return known.length > 0 ? eitherOf(known) : (members[0] ?? unknown(`\`${name}\` is a member of nothing known`));
}

/** The part of values that a destructuring pattern takes: member by member, any element where a key is computed or a loop runs over the list. */
export function patternPart(evaluation: Evaluation, values: Values, part: PatternPath, site: Site): Values {
  let taken = values;
  const place = { path: site.model.file.path, span: { start: 0, end: 0 } };
  for (const step of part.path) taken = step === undefined ? elementsOf(evaluation, taken) : memberOfValues(evaluation, taken, String(step)).map((value) => modelOfMember(evaluation, value, site, place));
  const fallback = part.default ? evaluation.evaluate(part.default, site) : [];
  return fallback.length > 0 ? eitherOf([...taken.filter((value) => value.kind !== "unknown"), ...fallback]) : taken;
}

type PatternPath = ValuePart & { readonly kind: "path" };

function memberOfValue(evaluation: Evaluation, value: Value, name: string): Values {
  switch (value.kind) {
    case "namespace":
      return memberOfNamespace(evaluation, value.paths, name);
    case "external":
      return value.path.length === 0 && value.module !== ""
        ? [{ kind: "external", module: value.module, path: [name] }]
        : [{ kind: "external", module: value.module, path: [...value.path, name] }];
    case "composite":
      return entryOf(evaluation, value, name);
    case "list":
      return value.elements[Number(name)] ?? unknown(`element \`${name}\` is not known`);
    case "type":
      return staticMember(evaluation, value, name);
    case "client":
      return memberOfClient(evaluation, value, name);
    case "instance":
      if (givesRows(value.type) !== undefined && /^\d+$/.test(name)) return elementsOf(evaluation, [value]);
      return memberOfType(evaluation, value.type, name, value);
    case "text":
    case "function":
      return unknown(`\`${name}\` is computed`);
    case "unknown":
      return [value];
  }
}

/** `module.name`; a client's member where the module is a library. */
function memberOfNamespace(evaluation: Evaluation, paths: readonly string[], name: string): Values {
  const declared = evaluation.world.declarations.inFiles(paths, name);
  if (declared?.model.exports.length === 0) {
    return valuesOfBinding(evaluation, declared.binding, undefined, { model: declared.model, frame: undefined });
  }
  return exportedValues(evaluation, paths, name) ?? unknown(`\`${name}\` is not exported`);
}

/** `pg.Pool` of a default import or namespace; a property of what a library gives, where a word of a chain gives the chain again: `query.or.where(…)`. */
function memberOfClient(evaluation: Evaluation, value: Value & { kind: "client" }, name: string): Values {
  const { library, member } = value;
  if (value.name === "*" || value.name === "default") {
    const exported = evaluation.world.libraries.exportOf(library, name);
    if (exported) return [exported];
  }
  if (member.returns === "receiver" && value.receiver) return memberOfType(evaluation, value.receiver.type, name, value.receiver);
  const named = member.class?.statics ?? member.returns;
  const type = named === undefined ? undefined : evaluation.world.libraries.typeNamed(library, named);
  if (!type) return unknown(`\`${name}\` is not known`);
  return memberOfType(evaluation, type, name, { kind: "instance", type });
}

/** Any element of a list or value of a map. */
export function elementsOf(evaluation: Evaluation, values: Values): Values {
  const elements = values.flatMap((value): Values => {
    if (value.kind === "list") return [...value.elements.flat(), ...(value.of ? typeValue(value.of) : [])];
    if (value.kind === "composite") return elementsOfComposite(evaluation, value);
    const element = value.kind === "instance" ? elementType(value.type) : undefined;
    if (value.kind === "instance" && element) return [{ ...value, type: element, ...(value.table && !value.table.origin && givesRows(value.type) ? { table: { ...value.table, origin: "loaded" } } : {}) }];
    return value.kind === "unknown" && value.parameterOf ? [value] : unknown("its elements are not known");
  });
  return elements.length > 0 ? eitherOf(elements) : unknown("it is empty");
}

/** The elements of a list in order, where all of them are known. */
export function listOf(evaluation: Evaluation, value: Value): readonly Values[] | undefined {
  if (value.kind === "list") return value.elements;
  if (value.kind !== "composite" || value.node.form !== "list") return undefined;
  const elements: Values[] = [];
  for (const entry of value.node.entries) {
    const inner = evaluation.evaluate(entry.value, value.site);
    if (entry.value.kind !== "spread") {
      elements.push(inner);
      continue;
    }
    const spread = inner.length === 1 ? throughSpread(value.node, () => listOf(evaluation, inner[0]!)) : undefined;
    if (!spread) return undefined;
    elements.push(...spread);
  }
  return elements;
}

/** The keys of a map or object as texts. */
export function keysOf(values: Values): Values {
  const keys = values.flatMap((value): Values => {
    if (value.kind !== "composite" || value.node.form !== "record") return unknown("its keys are not known");
    const path = value.site.model.file.path;
    return value.node.entries.flatMap((entry): Values =>
      entry.name === undefined
        ? unknown("its key is computed")
        : [{ kind: "text", pieces: [{ kind: "known", text: entry.name, place: { path, span: (entry.key ?? entry.value).span } }] }],
    );
  });
  return keys.length > 0 ? eitherOf(keys) : unknown("it has no keys");
}

