/** How values stand for names in a statement that a library fills before it sends it. */
export interface NamePlaceholders {
  /**
   * `marks`: `??` is a name and `?` a value, in their order. `keys`: besides, `:users:` is a name of an object of values. `formats`: `$1:name`,
   * `$1~`, `${users:name}` with any of the brackets, and `:raw`, `:alias` or `^` instead.
   */
  readonly syntax: "marks" | "keys" | "formats";
  /** Which argument of the call, 0-based, holds the values: a list, an object, or one value alone. */
  readonly values: number;
  /** Where the statement is an object, its key for them: `{ sql, values }`. */
  readonly key?: string;
}
