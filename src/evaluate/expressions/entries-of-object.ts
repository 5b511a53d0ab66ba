import type { Evaluation } from "../evaluator.ts";
import { exportedValues } from "../find-declaration.ts";
import type { CompositeValue, NamespaceValue, TypeValue, Value, Values } from "../value.ts";
import { eitherOf, unknown } from "../value.ts";
import { throughSpread } from "./evaluate-composite.ts";
import { listOf } from "./evaluate-member.ts";

/** What is listed of an object: https://tc39.es/ecma262/#sec-object.keys, #sec-object.values, #sec-object.entries. */
export type Listed = "keys" | "values" | "entries";

interface Entry {
  readonly key: Values;
  readonly values: Values;
}

/** `Object.keys(tables)`: a list for each object that the argument may be. */
export function listEntries(evaluation: Evaluation, objects: Values, listed: Listed): Values {
  return eitherOf(
    objects.flatMap((object): Values => {
      const entries = entriesOf(evaluation, object);
      if (entries) return [{ kind: "list", elements: entries.map((entry) => elementFor(entry, listed)) }];
      return object.kind === "unknown" && object.parameterOf ? [object] : unknown("its entries are not known");
    }),
  );
}

function elementFor({ key, values }: Entry, listed: Listed): Values {
  if (listed === "keys") return key;
  return listed === "values" ? values : [{ kind: "list", elements: [key, values] }];
}

/** Of an object literal, an enum, a module; undefined where not all are known. */
function entriesOf(evaluation: Evaluation, object: Value): readonly Entry[] | undefined {
  switch (object.kind) {
    case "composite":
      return object.node.form === "record" ? entriesOfLiteral(evaluation, object) : listOf(evaluation, object)?.map(asElement);
    case "list":
      return object.elements.map(asElement);
    case "type":
      return object.declaration.form === "enum" ? entriesOfEnum(evaluation, object) : undefined;
    case "namespace":
      return entriesOfModule(evaluation, object);
    default:
      return undefined;
  }
}

function asElement(values: Values): Entry {
  return { key: unknown("it is a number"), values };
}

function entriesOfLiteral(evaluation: Evaluation, { node, site }: CompositeValue): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const { name, key, value } of node.entries) {
    const values = evaluation.evaluate(value, site);
    if (value.kind === "spread") {
      const inner = throughSpread(node, () => values.map((each) => entriesOf(evaluation, each)));
      if (!inner?.every((each) => each !== undefined)) return undefined;
      entries.push(...inner.flat());
    } else {
      const place = { path: site.model.file.path, span: (key ?? value).span };
      entries.push({ key: name !== undefined ? [{ kind: "text", pieces: [{ kind: "known", text: name, place }] }] : key ? evaluation.evaluate(key, site) : unknown("its key is computed"), values });
    }
  }
  return entries;
}

/** Numbers have names of their own among the entries, which are of no use for a table. */
function entriesOfEnum(evaluation: Evaluation, { declaration, model }: TypeValue): readonly Entry[] {
  const path = model.file.path;
  return declaration.fields.map(({ name, span, value }) => ({
    key: [{ kind: "text", pieces: [{ kind: "known", text: name, place: { path, span } }] }],
    values: value ? evaluation.evaluate(value, { model, frame: undefined }) : unknown("it is a number"),
  }));
}

/** What a module exports; what of it cannot be told, as types and relations, is no table. */
function entriesOfModule(evaluation: Evaluation, { paths }: NamespaceValue): readonly Entry[] {
  const names = new Set(paths.flatMap((path) => exportedNames(evaluation, path, new Set())));
  return [...names].flatMap((name) => {
    const values = (exportedValues(evaluation, paths, name) ?? []).filter(({ kind }) => kind !== "unknown" && kind !== "external" && kind !== "function");
    return values.length > 0 ? [{ key: unknown("it is the name of an export"), values }] : [];
  });
}

/** Those that `export * from` gives it included. */
function exportedNames(evaluation: Evaluation, path: string, seen: Set<string>): readonly string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  return (evaluation.world.models.of(path)?.exports ?? []).flatMap(({ name, from }) => {
    if (name !== "*" || !from) return name === "default" ? [] : [name];
    const resolution = evaluation.world.modules.resolve(path, from.module);
    return resolution.kind === "project" ? resolution.paths.flatMap((each) => exportedNames(evaluation, each, seen)) : [];
  });
}
