import type { ModelOptions } from "../../model/client-member.ts";
import type { TableNaming } from "../../model/table-naming.ts";
import type { Place } from "../../model/place.ts";
import type { Evaluation } from "../evaluator.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import { isTrue } from "../expressions/is-true.ts";
import { nameTable } from "./name-table.ts";
import type { Value, Values } from "../value.ts";

/** The name that an object of options gives a model's table: its own, or one made of the model's by custom. */
export function nameByOptions(evaluation: Evaluation, options: Values, model: string | undefined, how: ModelOptions, custom: TableNaming | undefined): string | undefined {
  const objects = options.filter((value) => value.kind === "composite");
  const said = textUnder(evaluation, objects, how.table);
  if (said !== undefined) return said;
  const name = textUnder(evaluation, objects, how.model ?? []) ?? model;
  const naming = Object.entries(how.namings ?? {}).find(([key]) => objects.some((value) => isSet(value, key)))?.[1] ?? custom;
  return name === undefined || naming === undefined ? undefined : nameTable(name, naming);
}

/** Where the options write the table's name; undefined where it is made by custom. */
export function placeOfOption(evaluation: Evaluation, options: Values, { table }: ModelOptions): Place | undefined {
  const objects = options.filter((value) => value.kind === "composite");
  const texts = objects.length === 0 ? [] : table.flatMap((key) => memberOfValues(evaluation, objects, key)).filter((value) => value.kind === "text");
  return texts.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === "known" ? [piece.place] : [])))[0];
}

function textUnder(evaluation: Evaluation, objects: Values, keys: readonly string[]): string | undefined {
  if (objects.length === 0) return undefined;
  return keys.flatMap((key) => memberOfValues(evaluation, objects, key).map(plainText)).find((text) => text !== undefined && text !== "");
}

function isSet(value: Value, key: string): boolean {
  return value.kind === "composite" && isTrue(value.node.entries.findLast(({ name }) => name === key)?.value);
}
