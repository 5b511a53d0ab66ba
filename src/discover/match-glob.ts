/** Whether a text without `/` matches. */
export type NameMatcher = (name: string) => boolean;

type Token = { readonly kind: "character"; readonly character: string } | { readonly kind: "any" } | { readonly kind: "star" } | { readonly kind: "class"; readonly holds: RegExp };

/** Compiles a glob for one name: `*`, `?`, `[a-z]`, `[!a-z]`, `\*`. The time that a match takes is bounded by the product of both lengths. */
export function compileNameGlob(glob: string): NameMatcher {
  const tokens = tokensOf(glob);
  const literal = textOf(tokens);
  if (literal !== undefined) return (name) => name === literal;
  const suffix = tokens[0]?.kind === "star" ? textOf(tokens.slice(1)) : undefined;
  if (suffix !== undefined) return (name) => name.endsWith(suffix);
  return (name) => matchSequence(tokens, name, (token) => token.kind === "star", matchesCharacter);
}

/** The only text that a glob matches, when there is only one. */
export function literalOf(glob: string): string | undefined {
  return textOf(tokensOf(glob));
}

/** Whether a path of names matches globs of which `**` stands for any number of names. */
export function matchPath(globs: readonly (NameMatcher | "**")[], names: readonly string[]): boolean {
  return matchSequence(globs, names, (glob) => glob === "**", (glob, name) => glob !== "**" && glob(name));
}

/** Matches items one by one; where they differ the last star takes one item more, which is enough since a later star outdoes an earlier. */
function matchSequence<Pattern, Item>(
  patterns: readonly Pattern[],
  items: ArrayLike<Item>,
  isStar: (pattern: Pattern) => boolean,
  matches: (pattern: Pattern, item: Item) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let star = -1;
  let starItem = 0;
  while (item < items.length) {
    const pattern = patterns[at];
    if (pattern !== undefined && isStar(pattern)) {
      star = at++;
      starItem = item;
    } else if (pattern !== undefined && matches(pattern, items[item]!)) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++starItem;
    } else {
      return false;
    }
  }
  return patterns.slice(at).every(isStar);
}

function matchesCharacter(token: Token, character: string): boolean {
  switch (token.kind) {
    case "character":
      return token.character === character;
    case "any":
    case "star":
      return true;
    case "class":
      return token.holds.test(character);
  }
}

function tokensOf(glob: string): readonly Token[] {
  return [...glob.matchAll(/\*+|\\(.)|\[([!^]?)(\]?(?:\\.|[^\]\\])*)\]|[^]/gsu)].flatMap(([text, escaped, negation, members]): Token[] => {
    if (escaped !== undefined) return charactersOf(escaped);
    if (members !== undefined) return [{ kind: "class", holds: characterClass(negation!, members) }];
    if (text.startsWith("*")) return [{ kind: "star" }];
    return text === "?" ? [{ kind: "any" }] : charactersOf(text);
  });
}

function charactersOf(text: string): Token[] {
  return text.split("").map((character) => ({ kind: "character", character }));
}

/** Members are single characters and ranges; a range that runs backwards is empty. */
function characterClass(negation: string, members: string): RegExp {
  const ranges = [...members.matchAll(/(\\.|[^\\])(?:-(\\.|[^\\]))?/gs)].flatMap(([, from, to]) => {
    const [first, last] = [from!, to ?? from!].map((character) => character.slice(-1));
    return first! <= last! ? [`${escapeMember(first!)}-${escapeMember(last!)}`] : [];
  });
  return new RegExp(`[${negation === "" ? "" : "^"}${ranges.join("")}]`, "s");
}

function escapeMember(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function textOf(tokens: readonly Token[]): string | undefined {
  const characters = tokens.map((token) => (token.kind === "character" ? token.character : undefined));
  return characters.includes(undefined) ? undefined : characters.join("");
}
