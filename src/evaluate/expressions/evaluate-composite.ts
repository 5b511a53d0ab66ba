import type { Composite, CompositeEntry, Field } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { elementsOf, memberOfValues } from "./evaluate-member.ts";
import { declaresMethod } from "../types/find-member.ts";
import { instancesOf, typeValue } from "../types/find-type.ts";
import { addedElements, filledEntry } from "./filled-objects.ts";
import { assignedEntry } from "./grown-object.ts";
import { fieldsOf } from "../tables/struct-tags.ts";
import type { CompositeValue, Type, Values } from "../value.ts";
import { eitherOf, MAX_ALTERNATIVES, unknown } from "../value.ts";

/** The type of a literal. */
export function typeOfComposite(evaluation: Evaluation, value: CompositeValue): Type | undefined {
  if (value.type) return value.type;
  const [instance] = (value.node.type && instancesOf(evaluation, value.node.type, value.site.model)) ?? [];
  return instance?.kind === "instance" ? instance.type : undefined;
}

/** A member of a literal: the entry of that name or place, or what its type has. */
export function entryOf(evaluation: Evaluation, value: CompositeValue, name: string): Values {
  const type = typeOfComposite(evaluation, value);
  const entry = findEntry(value, type, name);
  if (entry) return entryValues(evaluation, entry, value);
  const spread = spreadEntry(evaluation, value, name);
  if (spread) return spread;
  const added = value.node.form === "list" && Number.isInteger(Number(name)) ? addedElements(evaluation, value) : [];
  if (added.length > 0) return eitherOf(added);
  const assigned = assignedEntry(evaluation, value, name) ?? filledEntry(evaluation, value, name);
  if (assigned) return assigned;
  if (!type) return unknown(`\`${name}\` is not set here`);
  const members = memberOfValues(evaluation, typeValue(type), name);
  const methods = members.flatMap((member) => (member.kind === "function" && member.receiver ? [{ ...member, receiver: [value] }] : []));
  return promotedMember(evaluation, value, type, name) ?? (methods.length > 0 ? methods : members);
}

const spreading = new Set<Composite>();

/** What `work` finds in what is spread into a literal; undefined where the literal is being looked into: one that grows is spread into itself, `this.filters = { ...this.filters, name }`. */
export function throughSpread<Found>(node: Composite, work: () => Found): Found | undefined {
  if (spreading.has(node)) return undefined;
  spreading.add(node);
  try {
    return work();
  } finally {
    spreading.delete(node);
  }
}

/** What an object that is spread into a literal has. */
function spreadEntry(evaluation: Evaluation, { node, site }: CompositeValue, name: string): Values | undefined {
  return throughSpread(node, () => {
    for (const { value } of node.entries) {
      if (value.kind !== "spread") continue;
      const values = memberOfValues(evaluation, evaluation.evaluate(value, site), name);
      if (values.some((found) => found.kind !== "unknown")) return values;
    }
    return undefined;
  });
}

/** What a literal itself sets a field to; undefined where it does not. */
export function setEntryOf(evaluation: Evaluation, value: CompositeValue, name: string): Values | undefined {
  const entry = findEntry(value, typeOfComposite(evaluation, value), name);
  return entry && entryValues(evaluation, entry, value);
}

/** What a literal sets a field to in the literal of a struct that it embeds: `pets{base: base{table: "pets"}}`. */
export function promotedEntryOf(evaluation: Evaluation, value: CompositeValue, name: string): Values | undefined {
  const type = typeOfComposite(evaluation, value);
  if (type?.kind !== "declared") return undefined;
  for (const field of fieldsOf(type.declaration)) {
    const entry = field.embedded ? findEntry(value, type, field.name) : undefined;
    const embedded = entry ? evaluation.evaluate(entry.value, value.site) : [];
    const set = embedded.flatMap((each) => (each.kind === "composite" ? (setEntryOf(evaluation, each, name) ?? promotedEntryOf(evaluation, each, name) ?? []) : []));
    if (set.length > 0) return set;
  }
  return undefined;
}

/** What a struct has from one that it embeds and that its literal sets. */
function promotedMember(evaluation: Evaluation, value: CompositeValue, type: Type, name: string): Values | undefined {
  if (type.kind !== "declared" || declaresMethod(evaluation, type, name)) return undefined;
  for (const field of fieldsOf(type.declaration)) {
    const entry = field.embedded ? findEntry(value, type, field.name) : undefined;
    const members = entry && memberOfValues(evaluation, evaluation.evaluate(entry.value, value.site), name);
    if (members?.some((member) => member.kind !== "unknown")) return members;
  }
  return undefined;
}

/** By its key; without keys by its place in the list, or in the order of the struct's fields. */
function findEntry({ node }: CompositeValue, type: Type | undefined, name: string): CompositeEntry | undefined {
  if (node.form === "list" && Number.isInteger(Number(name))) return node.entries[Number(name)];
  const keyed = node.entries.findLast((entry) => entry.name === name);
  const hasPlaces = !keyed && node.entries[0]?.name === undefined && node.entries[0]?.key === undefined;
  return hasPlaces ? node.entries[fieldsOfType(type).findIndex((field) => field.name === name)] : keyed;
}

function fieldsOfType(type: Type | undefined): readonly Field[] {
  return type?.kind === "declared" ? fieldsOf(type.declaration) : type?.kind === "record" ? type.record.fields : [];
}

function entryValues(evaluation: Evaluation, entry: CompositeEntry, value: CompositeValue): Values {
  const values = evaluation.evaluate(entry.value, value.site);
  if (entry.value.kind !== "composite" || entry.value.type) return values;
  const type = typeOfComposite(evaluation, value);
  return type?.kind === "list" ? values.map((each) => (each.kind === "composite" ? { ...each, type: type.element } : each)) : values;
}

/** Any entry of a literal; of many, a value of the type of its elements. */
export function elementsOfComposite(evaluation: Evaluation, value: CompositeValue): Values {
  const type = typeOfComposite(evaluation, value);
  const { length } = value.node.entries;
  if ((length === 0 || length > MAX_ALTERNATIVES) && type?.kind === "list" && type.element.kind === "declared") return typeValue(type.element);
  const written = value.node.entries.flatMap((entry) => {
    const values = entryValues(evaluation, entry, value);
    return entry.value.kind === "spread" ? (throughSpread(value.node, () => elementsOf(evaluation, values)) ?? []) : values;
  });
  return [...written, ...addedElements(evaluation, value)];
}
