import type { Field } from "../../model/syntax.ts";

/** A field with what is known of it; nothing else is. */
export function fieldWith(parts: Pick<Field, "span" | "name"> & Partial<Field>): Field {
  return { type: undefined, value: undefined, embedded: false, modifiers: [], decorators: [], tag: undefined, ...parts };
}
