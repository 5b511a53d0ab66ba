const SCRIPT = /\.[cm]?js$/;
const SMALLEST = 50_000;
const LONGEST_AVERAGE_LINE = 400;

/**
 * Whether a script is what a bundler or minifier made: its source stands elsewhere. GitHub takes scripts for minified whose lines are longer than
 * 110 characters on average (https://github.com/github-linguist/linguist/blob/main/lib/linguist/generated.rb); statements written in one line
 * may be that long, so that only large scripts of far longer lines count here. `content` is a text, or its bytes in UTF-8.
 */
export function isMinified(path: string, content: string | Buffer): boolean {
  if (content.length < SMALLEST || !SCRIPT.test(path)) return false;
  const mostLines = content.length / LONGEST_AVERAGE_LINE;
  let lines = 1;
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) if (++lines > mostLines) return false;
  return true;
}
