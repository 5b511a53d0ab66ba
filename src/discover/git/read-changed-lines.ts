/** Lines of a file, from 1, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

const HUNK = /^@@ -\d+(?:,(?<removed>\d+))? \+(?<first>\d+)(?:,(?<added>\d+))? @@/;

/**
 * The lines that a patch without context adds, by file. `toPath` turns a path of the patch into one of the project, or undefined. What is
 * inside a hunk is counted, not looked at: a line of SQL may well begin with `++ `.
 */
export function readChangedLines(patch: string, toPath: (gitPath: string) => string | undefined): ReadonlyMap<string, readonly LineRange[]> {
  const changed = new Map<string, LineRange[]>();
  const lines = patch.split("\n");
  let ranges: LineRange[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const hunk = HUNK.exec(line)?.groups;
    if (hunk) {
      const first = Number(hunk["first"]);
      const added = Number(hunk["added"] ?? 1);
      if (added > 0) ranges.push({ first, last: first + added - 1 });
      i = endOfHunk(lines, i, Number(hunk["removed"] ?? 1) + added);
    } else if (line.startsWith("+++ ")) {
      ranges = [];
      const path = toPath(newName(line));
      if (path !== undefined) changed.set(path, ranges);
    }
  }
  return changed;
}

/** The index of a hunk's last line; `\ No newline at end of file` is none of those that its header counts. */
function endOfHunk(lines: readonly string[], header: number, count: number): number {
  let at = header;
  for (let left = count; left > 0 && at + 1 < lines.length; ) if (!lines[++at]!.startsWith("\\")) left--;
  return at;
}

/** The path behind `+++ b/`, which git quotes where it holds more than plain letters and ends with a tab where it holds a blank. */
function newName(line: string): string {
  const name = line.slice("+++ ".length).replace(/\t$/, "");
  return (name.startsWith('"') ? unquote(name.slice(1, -1)) : name).replace(/^b\//, "");
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** Undoes the quoting of C: `\303\251` are the bytes of `é`. */
function unquote(text: string): string {
  const bytes: number[] = [];
  for (const [, octal, escape, plain] of text.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    if (octal !== undefined) bytes.push(parseInt(octal, 8));
    else if (escape !== undefined) bytes.push(ESCAPES[escape] ?? escape.charCodeAt(0));
    else bytes.push(...Buffer.from(plain!));
  }
  return Buffer.from(bytes).toString("utf8");
}
