import { FIRST_WORD, Mark, Token } from "../lexer/token-kinds.ts";
import { LINE_BEFORE } from "../lexer/tokens.ts";
import type { TokenTree } from "../token-tree.ts";

/** For each name the offsets where it may be assigned: a few too many, none too few. */
export type AssignedNames = ReadonlyMap<string, readonly number[]>;

/** Told from tokens alone, before any body is read. */
export function findAssignedNames(tree: TokenTree, eachWords: readonly number[]): AssignedNames {
  const offsets = new Map<string, number[]>();
  const add = (index: number) => {
    const name = tree.text.slice(tree.starts[index], tree.ends[index]);
    const known = offsets.get(name);
    if (known) known.push(tree.starts[index]!);
    else offsets.set(name, [tree.starts[index]!]);
  };
  const isEachWord = Uint8Array.from({ length: 256 }, (_, kind) => (eachWords.includes(kind) ? 1 : 0));
  for (let index = 0; index < tree.count; index++) {
    const kind = tree.kinds[index]!;
    const steps = kind === Mark["++"] || kind === Mark["--"];
    if (steps || isAssignment(kind) || isEachWord[kind] === 1) addTargetsBefore(tree, index, add);
    if (steps && isName(tree, index + 1)) add(index + 1);
  }
  return offsets;
}

function isAssignment(kind: number): boolean {
  return kind >= Mark["="] && kind <= Mark["??="];
}

/** The names before an assignment, back to where its statement may begin. */
function addTargetsBefore(tree: TokenTree, operator: number, add: (index: number) => void): void {
  for (let index = operator - 1; index >= 0; index--) {
    const kind = tree.kinds[index]!;
    if (kind === Mark["]"] || kind === Mark["}"]) {
      const opening = tree.matches[index]!;
      for (let inside = opening + 1; inside < index; inside++) if (isName(tree, inside)) add(inside);
      index = opening;
    } else if (kind === Mark[")"]) {
      index = tree.matches[index]!;
    } else if (isName(tree, index)) {
      if (isPlain(tree, index)) add(index);
    } else if (kind !== Mark[","] && kind !== Mark["."] && kind !== Mark["*"]) {
      return;
    }
    if ((tree.flags[index]! & LINE_BEFORE) !== 0) return;
  }
}

/** Words that may be names count as names: the text decides. */
function isName(tree: TokenTree, index: number): boolean {
  const kind = tree.kinds[index]!;
  return kind === Token.name || kind >= FIRST_WORD;
}

/** Not a member, and no object of one. */
function isPlain(tree: TokenTree, index: number): boolean {
  const next = tree.kinds[index + 1];
  return tree.kinds[index - 1] !== Mark["."] && next !== Mark["."] && next !== Mark["["] && next !== Mark["("];
}
