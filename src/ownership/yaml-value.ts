import type { Span } from "../model/place.ts";
import type { KeyPath } from "./ownership-mistake.ts";

/** A YAML value with its place; aliases and merge keys are resolved, so one value may stand in several parents. */
export type YamlValue = YamlScalar | YamlList | YamlMapping;

export interface YamlScalar {
  readonly kind: "scalar";
  readonly span: Span;
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `007` stays `007`. */
  readonly text: string;
}

export interface YamlList {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly YamlValue[];
}

export interface YamlMapping {
  readonly kind: "mapping";
  readonly span: Span;
  /** By key as text, in source order. */
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

export interface YamlEntry {
  readonly keySpan: Span;
  readonly value: YamlValue;
}

/** Whether nothing stands there: `likes:` alone, `~`, `null`. */
export function isEmpty(value: YamlValue): boolean {
  return value.kind === "scalar" && value.value === null;
}

/** The value below a value, or undefined where the path leads nowhere. */
export function valueAt(value: YamlValue | undefined, key: KeyPath): YamlValue | undefined {
  return key.reduce<YamlValue | undefined>((parent, part) => {
    if (typeof part === "number") return parent?.kind === "list" ? parent.items[part] : undefined;
    return parent?.kind === "mapping" ? parent.entries.get(part)?.value : undefined;
  }, value);
}

/** The entries of a mapping; none for anything else. */
export function entriesOf(value: YamlValue | undefined): readonly (readonly [string, YamlEntry])[] {
  return value?.kind === "mapping" ? [...value.entries] : [];
}

/** The items of a list, or the one value that stands for a list of one; none for a mapping and for nothing. */
export function itemsOf(value: YamlValue | undefined): readonly YamlValue[] {
  if (value === undefined || value.kind === "mapping" || isEmpty(value)) return [];
  return value.kind === "list" ? value.items : [value];
}

/** A text, or a number as written; undefined for anything else and for an empty text. */
export function textOf(value: YamlValue | undefined): string | undefined {
  if (value?.kind !== "scalar") return undefined;
  return (typeof value.value === "string" || typeof value.value === "number") && value.text.trim() !== "" ? value.text : undefined;
}

/** The texts of a list, or of the one value that stands for it. */
export function textsOf(value: YamlValue | undefined): readonly string[] {
  return itemsOf(value).flatMap((item) => textOf(item) ?? []);
}
