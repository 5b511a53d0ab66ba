import type { LexicalRules } from "../../lexer/lexical-rules.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import { Word } from "./words.ts";

/** https://go.dev/ref/spec#Lexical_elements */
export const lexicalRules: LexicalRules = {
  words: Word,
  marks: [
    ...(["(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "...", "<-", "++", "--", "!", "~"] as const),
    ...(["+", "-", "*", "/", "%", "&", "|", "^", "&^", "<<", ">>", "&&", "||", "==", "!=", "<", ">", "<=", ">="] as const),
    ...(["=", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "&^=", "<<=", ">>="] as const),
  ],
  nameCharacters: "_",
  lineComments: ["//"],
  blockComments: [{ open: "/*", close: "*/", nested: false }],
  strings: [
    { open: '"', close: '"', escapes: true, multiline: false },
    { open: "`", close: "`", escapes: false, multiline: true },
    { open: "'", close: "'", escapes: true, multiline: false, character: true },
  ],
  lineEnders: [
    ...[Token.name, Token.number, Token.character, Token.text, Mark["++"], Mark["--"], Mark[")"], Mark["]"], Mark["}"]],
    ...[Word.break, Word.continue, Word.fallthrough, Word.return],
  ],
};
