import { describe, expect, it } from "vitest";
import { compileRules } from "../../src/read/lexer/compile-rules.ts";
import type { LexicalRules } from "../../src/read/lexer/lexical-rules.ts";
import { scanTokens } from "../../src/read/lexer/scan-tokens.ts";
import { Token } from "../../src/read/lexer/token-kinds.ts";
import { buildTokenTree } from "../../src/read/token-tree.ts";

/** A language of the test's own, with what the tables can say and Go and TypeScript do not need. */
const rules: LexicalRules = {
  words: { let: 128, when: 129 },
  marks: ["(", ")", "[", "]", "{", "}", ",", "-", "--", "=", "=>", ".", "..."],
  nameCharacters: "_",
  lineComments: ["#", "--"],
  blockComments: [{ open: "{-", close: "-}", nested: true }],
  strings: [
    { open: '"', close: '"', escapes: true, multiline: false },
    { open: '"""', close: '"""', escapes: false, multiline: true },
    { open: 'f"', close: '"', escapes: true, multiline: true, hole: "{" },
    { open: "'", close: "'", escapes: true, multiline: false, character: true },
  ],
};

const kindNames = new Map(Object.entries(Token).map(([name, kind]) => [kind, name]));

/** The tokens of a text, each with its kind where that is none of punctuation. */
function tokensOf(text: string): readonly string[] {
  const { kinds, starts, ends, count } = scanTokens(text, compileRules(rules));
  return Array.from({ length: count }, (_, i) => {
    const own = text.slice(starts[i], ends[i]);
    const kind = kinds[i]! >= 128 ? "word" : kindNames.get(kinds[i]!);
    return kind === undefined ? own : `${kind} ${own}`;
  });
}

describe("a language's tables decide", () => {
  it.each<[string, string, readonly string[]]>([
    ["the longest mark", "a--b\n...=>=", ["name a", "...", "=>", "="]],
    ["words, but not names that begin like them", "let letter when_ when", ["word let", "name letter", "name when_", "word when"]],
    ["comments to the line's end", 'a # "b"\nc -- d', ["name a", "name c"]],
    ["nested comments", "a {- b {- c -} d -} e", ["name a", "name e"]],
    ["a comment that never ends, to its line's end", "a {- b\nc", ["name a", "name c"]],
    ["the longest opening of a string", '"""a"b\n""" ""', ['text """a"b\n"""', 'text ""']],
    ["openings with a letter", 'f"a" f f1 "f"', ['text f"a"', "name f", "name f1", 'text "f"']],
    ["holes", 'f"a{ b + {c} }d{e}"', ['textHead f"a{', "name b", "stray +", "{", "name c", "}", "textMiddle }d{", "name e", 'textTail }"']],
    ["holes in holes", 'f"{f"{a}"}"', ['textHead f"{', 'textHead f"{', "name a", 'textTail }"', 'textTail }"']],
    ["characters", "'a' '\\''", ["character 'a'", "character '\\''"]],
    ["numbers", "1 1.5e+3 0x1fp-2 .5 1..2 1.max a.1", ["number 1", "number 1.5e+3", "number 0x1fp-2", "number .5", "number 1", ".", "number .2", "number 1", ".", "name max", "name a", "number .1"]],
    ["letters beyond ASCII", "żółw 猫\u00a0кот", ["name żółw", "name 猫", "name кот"]],
  ])("%s", (_, text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });
});

describe("the token tree", () => {
  /** What the bracket at each opening encloses. */
  function groupsOf(text: string): readonly string[] {
    const tree = buildTokenTree(scanTokens(text, compileRules(rules)), ({ kinds }, index) => kinds[index] === 128);
    return [...tree.matches.keys()].filter((i) => tree.matches[i]! > i).map((i) => text.slice(tree.starts[i], tree.starts[tree.matches[i]!]));
  }

  it.each<[string, string, readonly string[]]>([
    ["matches brackets", "a(b[c]{d})", ["(b[c]{d}", "[c", "{d"]],
    ["closes what is left open at a stronger bracket", "{a(b[c}d", ["{a(b[c", "(b[c", "[c"]],
    ["leaves out what closes nothing", "a)b]c}(d)", ["(d"]],
    ["ends everything at a declaration that is indented no deeper", "let a = {\n  b\nlet c = (d)", ["{\n  b\n", "(d"]],
    ["ends blocks by their indentation", "a {\n  b {\n  c\n}\nd", ["{\n  b {\n  c\n", "{\n  c\n"]],
  ])("%s", (_, text, groups) => {
    expect(groupsOf(text)).toEqual(groups);
  });
});
