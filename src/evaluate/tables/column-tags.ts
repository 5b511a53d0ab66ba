import type { ColumnTag } from "../../model/column-rules.ts";
import { tableInTag, valueUnder } from "./struct-tags.ts";

/** The column that a struct tag names; undefined where it names none. */
export function columnInTag(tag: string | undefined, { key, name }: ColumnTag): string | undefined {
  if (name === "first") {
    const first = tableInTag(tag, [{ key }]);
    return first?.includes(":") ? undefined : first;
  }
  if (name === "quoted") return /'([^']+)'/.exec((tag && valueUnder(tag, key)) ?? "")?.[1];
  return tableInTag(tag, [{ key, option: name.option }]);
}

/** Whether a struct tag holds one of these words under a key: `primaryKey`, `rel:has-many`, `-`. */
export function hasWord(tag: string | undefined, key: string, words: readonly string[]): boolean {
  const parts = (tag && valueUnder(tag, key)?.toLowerCase().split(/[\s,;]+/)) || [];
  return parts.some((part) => words.some((word) => part === word || part.startsWith(`${word}:`)));
}
