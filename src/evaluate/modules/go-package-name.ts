/** The name in a Go file's package clause, or an empty text. Only comments may stand before it. */
export function readPackageName(text: string): string {
  const clause = /package\s+([\p{L}_][\p{L}\p{N}_]*)/uy;
  clause.lastIndex = skipComments(text);
  return clause.exec(text)?.[1] ?? "";
}

function skipComments(text: string): number {
  const blank = /\s*/y;
  let at = 0;
  for (;;) {
    blank.lastIndex = at;
    blank.test(text);
    at = blank.lastIndex;
    const end = text.startsWith("//", at) ? text.indexOf("\n", at) : text.startsWith("/*", at) ? text.indexOf("*/", at + 2) : at;
    if (end === at || end < 0) return at;
    at = end + (text[end] === "*" ? 2 : 1);
  }
}
