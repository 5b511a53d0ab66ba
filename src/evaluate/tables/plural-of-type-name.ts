/** The endings of github.com/go-openapi/inflect ("NewDefaultRuleset"), the first that fits: it tells capitals apart, so that `Status` has none of these but `s`. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/zombies?$/, "zombies"],
  [/moves?$/, "moves"],
  [/sex(?:es)?$/, "sexes"],
  [/child(?:ren)?$/, "children"],
  [/m[ae]n$/, "men"],
  [/(?:person|people)$/, "people"],
  [/^quiz$/, "quizzes"],
  [/^ox(?:en)?$/, "oxen"],
  [/([lm])(?:ice|ouse)$/, "$1ice"],
  [/index$/, "indices"],
  [/vert[ei]x$/, "vertices"],
  [/indix$/, "indices"],
  [/matr[ei]x$/, "matrices"],
  [/(sh|ss|ch|x)$/, "$1es"],
  [/([bcdfghjklmnpqrstvwxz])y$/, "$1ies"],
  [/quy$/, "quies"],
  [/hive$/, "hives"],
  [/([a-z])fe$/, "$1ves"],
  [/([rl])f$/, "$1ves"],
  [/sis$/, "ses"],
  [/([it])a$/, "$1a"],
  [/ium$/, "ia"],
  [/tum$/, "ta"],
  [/(tomato|buffalo|bus|status|alias)$/, "$1es"],
  [/vir(?:i|us)$/, "viri"],
  [/octop(?:i|us)$/, "octopi"],
  [/axis$/, "axes"],
  [/testis$/, "testes"],
  [/s$/, "s"],
];

const UNCOUNTABLE = new Set("equipment information rice money species series fish sheep jeans police".split(" "));

/** The plural of a type's name, as ent's generator has it: `PetCategory` gives `PetCategories`. */
export function pluralOfTypeName(name: string): string {
  if (UNCOUNTABLE.has(name.toLowerCase())) return name;
  const ending = ENDINGS.find(([pattern]) => pattern.test(name));
  return ending ? name.replace(ending[0], ending[1]) : `${name}s`;
}
