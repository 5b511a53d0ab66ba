/** One statement of a script; `start` and `end` are UTF-16 offsets in the script. */
export interface ScriptStatement {
  readonly start: number;
  readonly end: number;
  /** Its words and signs, comments and strings left out; what stands between `$$` is kept. */
  readonly tokens: readonly ScriptToken[];
}

export interface ScriptToken {
  /** Without quotes. */
  readonly text: string;
  /** In small letters; empty for a quoted name, which is no keyword. */
  readonly word: string;
  readonly start: number;
}

const TOKENS = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|\$(?:[A-Za-z_]\w*)?\$|"(?:[^"]|"")*"|`[^`]*`|\[[A-Za-z_][^\]\n]*\]|[\p{L}_@#][\p{L}\p{N}_$@#]*|[(),;.=*]/gu;

/** Words that open a block which END closes. */
const OPENS = new Set(["begin", "case"]);
/** Words behind END that close what opened no block here. */
const CLOSES_OTHERS = new Set(["if", "loop", "while", "repeat", "for"]);
const HAS_BODY = new Set(["trigger", "procedure", "proc", "function", "event"]);
/** CREATE OR REPLACE DEFINER = a@b TEMPORARY TRIGGER: how far the object's word may stand behind the verb. */
const LONGEST_HEAD = 10;

/** Splits a script at the `;` that end statements: those in bodies and in `$$` strings do not. Linear in the script's length. */
export function splitScript(text: string): readonly ScriptStatement[] {
  const statements: ScriptStatement[] = [];
  let tokens: ScriptToken[] = [];
  let depth = 0;
  let dollar: string | undefined;
  let afterEnd = false;
  let nested = 0;

  function finish(end: number): void {
    if (tokens[0]?.word === "do") statements.push(...partsOfBlock(tokens, end));
    else if (tokens.length > 0) statements.push({ start: tokens[0]!.start, end, tokens });
    tokens = [];
    depth = 0;
    nested = 0;
  }

  for (const match of withoutCommands(text).matchAll(TOKENS)) {
    const [written] = match;
    if (written.startsWith("$")) {
      if (dollar === undefined) dollar = written;
      else if (dollar === written) dollar = undefined;
      continue;
    }
    if (written.startsWith("--") || written.startsWith("/*") || written.startsWith("'")) continue;
    const token = toToken(written, match.index);
    if (dollar === undefined && hasBody(tokens)) {
      if (token.word === "end") depth--;
      else if (OPENS.has(token.word) && !afterEnd) depth++;
      else if (afterEnd && CLOSES_OTHERS.has(token.word)) depth++;
      afterEnd = token.word === "end";
    }
    if (isRule(tokens)) nested += token.word === "(" ? 1 : token.word === ")" ? -1 : 0;
    if (written === ";" && dollar === undefined && depth <= 0 && nested <= 0) finish(match.index);
    else tokens.push(token);
  }
  finish(text.length);
  return statements;
}

/**
 * The text as it reads where `;` ends every statement: `DELIMITER //` with what it names, and `GO`, are commands of the programs that
 * run scripts. Offsets stay. https://dev.mysql.com/doc/refman/8.4/en/stored-programs-defining.html,
 * https://learn.microsoft.com/en-us/sql/t-sql/language-elements/sql-server-utilities-statements-go
 */
function withoutCommands(text: string): string {
  if (!/^[ \t]*(?:delimiter[ \t]|go[ \t\r]*$)/im.test(text)) return text;
  let delimiter = ";";
  return text.replace(/[^\n]*\n?/g, (line) => {
    if (/^[ \t]*go\s*$/i.test(line)) return line.replace(/go/i, "; ");
    const named = /^[ \t]*delimiter[ \t]+(\S+)/i.exec(line)?.[1];
    if (named === undefined) return delimiter === ";" ? line : line.replaceAll(delimiter, ";".padEnd(delimiter.length));
    delimiter = named;
    return " ".repeat(line.length);
  });
}

function toToken(written: string, start: number): ScriptToken {
  const quoted = /^["`[]/.test(written);
  return { text: quoted ? written.slice(1, -1) : written, word: quoted ? "" : written.toLowerCase(), start };
}

const BEFORE_STATEMENTS = new Set([";", "begin", "then", "else", "loop"]);
const DEFINES = new Set(["create", "alter", "drop"]);

/** A DO block runs at once: what it creates, changes and drops are statements of their own, and the rest is another. */
function partsOfBlock(tokens: readonly ScriptToken[], end: number): readonly ScriptStatement[] {
  const rest: ScriptToken[] = [];
  const parts: ScriptStatement[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!DEFINES.has(tokens[at]!.word) || !BEFORE_STATEMENTS.has(tokens[at - 1]?.word ?? "")) {
      rest.push(tokens[at]!);
      continue;
    }
    const close = tokens.findIndex(({ word }, index) => index > at && word === ";");
    const part = tokens.slice(at, close < 0 ? tokens.length : close);
    parts.push({ start: part[0]!.start, end: close < 0 ? end : tokens[close]!.start, tokens: part });
    at += part.length - 1;
  }
  return [{ start: tokens[0]!.start, end, tokens: rest }, ...parts];
}

/** The commands of a rule may stand in a parenthesis. */
function isRule(tokens: readonly ScriptToken[]): boolean {
  return tokens[0]?.word === "create" && tokens.slice(1, 4).some(({ word }) => word === "rule");
}

function hasBody(tokens: readonly ScriptToken[]): boolean {
  return tokens[0]?.word === "create" && tokens.slice(1, LONGEST_HEAD).some(({ word }) => HAS_BODY.has(word));
}
