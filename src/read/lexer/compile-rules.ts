import { Character } from "./characters.ts";
import type { BlockComment, LexicalRules, OperandRules, StringRule } from "./lexical-rules.ts";
import { Mark, Token } from "./token-kinds.ts";

/** What the scanner does at a character. */
export const Action = {
  stray: 0,
  blank: 1,
  lineEnd: 2,
  name: 3,
  digit: 4,
  dot: 5,
  mark: 6,
  quote: 7,
  /** A comment's opening, a regular expression or a mark. */
  slash: 8,
  /** JSX or a mark. */
  angle: 9,
} as const;

/** Lexical rules as tables by character code and token kind. */
export interface CompiledRules {
  readonly actions: Uint8Array;
  readonly nameParts: Uint8Array;
  /** `markStates[state * 128 + code]` is the next state, 0 for none; state 1 is the start. */
  readonly markStates: Uint16Array;
  /** The kind of the mark that a state completes, or 0. */
  readonly markKinds: Uint8Array;
  readonly words: WordTable;
  readonly lineComments: readonly string[];
  readonly blockComments: readonly BlockComment[];
  /** By first character; longer openings first. */
  readonly strings: readonly (readonly StringRule[] | undefined)[];
  readonly lineEnders: Uint8Array | undefined;
  readonly operands: CompiledOperandRules | undefined;
  /** What a closing bracket means depends on the bracket that it closes. */
  readonly tracksBrackets: boolean;
}

export interface CompiledOperandRules {
  readonly operandEnds: Uint8Array;
  readonly controlWords: Uint8Array;
  readonly blockStarts: Uint8Array;
  readonly markup: boolean;
}

/** Keywords in a hash table without collisions. */
export interface WordTable {
  readonly texts: readonly (string | undefined)[];
  readonly kinds: Uint8Array;
  readonly factor: number;
  readonly longest: number;
}

export function compileRules(rules: LexicalRules): CompiledRules {
  return {
    actions: compileActions(rules),
    nameParts: flags(128, (code) => isNamePart(code, rules.nameCharacters)),
    ...compileMarks(rules.marks),
    words: compileWords(rules.words),
    lineComments: rules.lineComments,
    blockComments: rules.blockComments,
    strings: compileStrings(rules.strings),
    lineEnders: rules.lineEnders && kindSet(rules.lineEnders),
    operands: rules.operands && compileOperands(rules.operands),
    tracksBrackets: rules.operands !== undefined || rules.strings.some((each) => each.hole !== undefined),
  };
}

/** The slot of a word in the table. */
export function wordSlot(first: number, second: number, last: number, length: number, factor: number): number {
  return (first * factor + second * 53 + last * 31 + length * 67) & 1023;
}

function compileActions(rules: LexicalRules): Uint8Array {
  const actions = new Uint8Array(128);
  for (let code = 0; code < 128; code++) if (isNamePart(code, rules.nameCharacters)) actions[code] = Action.name;
  for (let code: number = Character.zero; code <= Character.nine; code++) actions[code] = Action.digit;
  for (const mark of rules.marks) actions[mark.charCodeAt(0)] = Action.mark;
  if (rules.marks.includes(".")) actions[Character.dot] = Action.dot;
  for (const rule of rules.strings) actions[rule.open.charCodeAt(0)] = Action.quote;
  for (const open of [...rules.lineComments, ...rules.blockComments.map((each) => each.open)]) actions[open.charCodeAt(0)] = Action.slash;
  if (rules.operands) actions[Character.slash] = Action.slash;
  if (rules.operands?.markup) actions[Character.less] = Action.angle;
  for (const code of [Character.tab, VERTICAL_TAB, FORM_FEED, Character.carriageReturn, Character.blank]) actions[code] = Action.blank;
  actions[Character.lineFeed] = Action.lineEnd;
  return actions;
}

const VERTICAL_TAB = 11;
const FORM_FEED = 12;

function isNamePart(code: number, extra: string): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || extra.includes(String.fromCharCode(code));
}

function compileMarks(marks: readonly string[]): { markStates: Uint16Array; markKinds: Uint8Array } {
  const states: number[][] = [[], []];
  const kinds: number[] = [0, 0];
  for (const mark of marks) {
    let state = 1;
    for (const character of mark) {
      const code = character.charCodeAt(0);
      states[state]![code] ??= states.push([]) - 1;
      state = states[state]![code]!;
    }
    kinds[state] = Mark[mark as keyof typeof Mark];
  }
  const markStates = new Uint16Array(states.length * 128);
  states.forEach((next, state) => next.forEach((target, code) => (markStates[state * 128 + code] = target)));
  return { markStates, markKinds: Uint8Array.from(states, (_, state) => kinds[state] ?? 0) };
}

function compileWords(words: Readonly<Record<string, number>>): WordTable {
  const entries = Object.entries(words);
  const longest = Math.max(0, ...entries.map(([word]) => word.length));
  for (let factor = 1; factor < 4096; factor++) {
    const texts = new Array<string | undefined>(1024).fill(undefined);
    const kinds = new Uint8Array(1024);
    const free = entries.every(([word, kind]) => {
      const slot = wordSlot(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(word.length - 1), word.length, factor);
      if (texts[slot] !== undefined) return false;
      texts[slot] = word;
      kinds[slot] = kind;
      return true;
    });
    if (free) return { texts, kinds, factor, longest };
  }
  throw new Error("No hash without collisions: two words agree in length and in their first, second and last letters.");
}

function compileStrings(rules: readonly StringRule[]): readonly (readonly StringRule[] | undefined)[] {
  const byFirst: (StringRule[] | undefined)[] = [];
  for (const rule of rules) (byFirst[rule.open.charCodeAt(0)] ??= []).push(rule);
  for (const group of byFirst) group?.sort((a, b) => b.open.length - a.open.length);
  return Array.from({ length: 128 }, (_, code) => byFirst[code]);
}

function compileOperands(rules: OperandRules): CompiledOperandRules {
  const literals = [Token.name, Token.number, Token.character, Token.text, Token.textTail, Token.pattern, Token.markupEnd, Mark["]"]];
  return {
    operandEnds: kindSet([...literals, ...rules.operandEnds]),
    controlWords: kindSet(rules.controlWords),
    blockStarts: kindSet([Token.end, Mark["{"], Mark["}"], Mark[";"], ...rules.blockStarts]),
    markup: rules.markup,
  };
}

function kindSet(kinds: readonly number[]): Uint8Array {
  return flags(256, (kind) => kinds.includes(kind));
}

function flags(size: number, test: (index: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (test(index) ? 1 : 0));
}
