/** A string, a comment, a cast (which is no placeholder), a placeholder of any style, a number; U+FFFC stands for a hole. */
const TOKEN = /(?<text>'(?:[^']|'')*'?)|(?<comment>--[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<cast>::)|(?<value>\$\d+|\?\d*|[:@]\w+|\uFFFC|\b\d+(?:\.\d+)?\b)/g;

/**
 * A statement as its identity sees it: letters folded, values, placeholders and holes all alike, no comment, and blanks only
 * between words. Layout, literals and the names of variables leave it as it is.
 */
export function normaliseStatement(statement: string): string {
  return statement
    .replace(TOKEN, (token, ...rest) => {
      const { comment, cast } = rest.at(-1) as Readonly<Record<"text" | "comment" | "cast" | "value", string | undefined>>;
      if (comment !== undefined) return " ";
      return cast === undefined ? "?" : token;
    })
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/ ?([^\w\s"`[\]?]) ?/g, "$1")
    .replace(/^ |[ ;]+$/g, "");
}
