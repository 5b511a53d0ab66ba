import type { TableTag } from "../../model/entity-rules.ts";
import type { Field, TypeDeclaration } from "../../model/syntax.ts";

/** The table that a struct tag names in one of the ways given; undefined where it names none. */
export function tableInTag(tag: string | undefined, ways: readonly TableTag[]): string | undefined {
  if (tag === undefined) return undefined;
  for (const { key, option } of ways) {
    const parts = valueUnder(tag, key)?.split(/[,;]/) ?? [];
    const name = option === undefined ? parts[0] : valueOfOption(parts, option);
    if (name) return name;
  }
  return undefined;
}

/** The fields of a struct, whether declared as one or as a name for one. */
export function fieldsOf(declaration: TypeDeclaration): readonly Field[] {
  return declaration.aliased?.kind === "record" ? declaration.aliased.fields : declaration.fields;
}

/** The value of a key of a tag: `key:"value" other:"…"` (pkg.go.dev/reflect, StructTag). */
export function valueUnder(tag: string, key: string): string | undefined {
  for (const [, name, value] of tag.matchAll(/([^\s:"]+):"((?:[^"\\]|\\.)*)"/g)) {
    if (name === key) return value!.replace(/\\(.)/g, "$1");
  }
  return undefined;
}

function valueOfOption(parts: readonly string[], option: string): string | undefined {
  for (const part of parts) {
    const value = new RegExp(`^\\s*${option}\\s*[:(]\\s*([^)]+)`, "i").exec(part)?.[1];
    if (value) return value.trim();
  }
  return undefined;
}
