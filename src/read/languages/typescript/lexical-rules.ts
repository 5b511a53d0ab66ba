import type { LexicalRules } from "../../lexer/lexical-rules.ts";
import { Mark } from "../../lexer/token-kinds.ts";
import { Word, wordsThatMayBeNames } from "./words.ts";

/** Words behind which an operand follows although they may be names. */
const PREFIX_WORDS = new Set([Word.await, Word.yield, Word.of, Word.as, Word.satisfies, Word.keyof]);

/**
 * https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar. `>` is always a token of its own, since it also closes type arguments.
 * JSX is read in every file but `.ts`, `.mts` and `.cts`, where `<T>` is a type assertion.
 */
export function lexicalRules(markup: boolean): LexicalRules {
  return {
    words: Word,
    marks: [
      ...(["(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "...", "?", "?.", "=>", "@", "++", "--", "!", "~"] as const),
      ...(["+", "-", "*", "/", "%", "**", "&", "|", "^", "<<", "&&", "||", "??", "==", "!=", "===", "!==", "<", ">", "<="] as const),
      ...(["=", "+=", "-=", "*=", "/=", "%=", "**=", "&=", "|=", "^=", "<<=", "&&=", "||=", "??="] as const),
    ],
    nameCharacters: "_$#\\",
    lineComments: ["//"],
    blockComments: [{ open: "/*", close: "*/", nested: false }],
    strings: [
      { open: '"', close: '"', escapes: true, multiline: false, joinsLines: true },
      { open: "'", close: "'", escapes: true, multiline: false, joinsLines: true },
      { open: "`", close: "`", escapes: true, multiline: true, hole: "${" },
    ],
    operands: {
      operandEnds: [
        ...[Mark["++"], Mark["--"], Word.this, Word.super, Word.true, Word.false, Word.null],
        ...wordsThatMayBeNames.filter((kind) => !PREFIX_WORDS.has(kind)),
      ],
      controlWords: [Word.if, Word.while, Word.for, Word.with],
      blockStarts: [Mark["=>"], Word.else, Word.do, Word.try, Word.finally],
      markup,
    },
  };
}
