import type fc from "fast-check";
import { oneOf } from "./random-text.ts";

/** Every table has the same columns, and so has every view: any statement fits any of them. */
export const tables = ["users", "pets", "visits", "notes"] as const;
export const views = ["owners", "patients"] as const;
export const columns = ["id", "code", "name", "owner_id", "parent_id"] as const;

export const table = oneOf(...tables);
export const target = oneOf(...tables, ...tables, ...views);
export const column = oneOf("name", "id", "code", "owner_id", "parent_id");

/** A name as statements may write it. */
export function written(name: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return name.chain((plain) => oneOf(plain, plain, `"${plain}"`, `[${plain}]`, `\`${plain}\``, plain.toUpperCase(), `main.${plain}`));
}
