import type { TableNaming } from "../../model/table-naming.ts";
import { pluralOfTypeName } from "./plural-of-type-name.ts";

/** The table of a model by the convention of its library: `PetCard` gives `pet_cards` in `snake-plural`. */
export function nameTable(model: string, naming: TableNaming): string {
  switch (naming) {
    case "snake-plural":
      return plural(snake(model));
    case "snake":
      return snake(model);
    case "snake-capitals":
      return model.replace(/(?!^)[A-Z]/g, "_$&").toLowerCase();
    case "plural":
      return plural(model);
    case "camel-plural":
      return plural(model.charAt(0).toLowerCase() + model.slice(1));
    case "plural-snake":
      return snakeInside(pluralOfTypeName(model));
    case "lower":
      return model.toLowerCase();
    case "as-written":
      return model;
  }
}

/** A word ends before a capital that follows a small letter, or that is followed by one and stands behind a word of several letters: `OAuthTokens` is `oauth_tokens` (entgo.io/ent, entc/gen, "snake"). */
function snakeInside(name: string): string {
  let start = 0;
  let snake = "";
  for (let at = 0; at < name.length; at++) {
    const beginsWord = /[a-z]/.test(name[at - 1] ?? "") || (start !== at - 1 && /[a-z]/.test(name[at + 1] ?? "") && /[a-z]/i.test(name[at - 1] ?? ""));
    if (at > 0 && at < name.length - 1 && /[A-Z]/.test(name[at]!) && beginsWord) {
      start = at;
      snake += "_";
    }
    snake += name[at]!.toLowerCase();
  }
  return snake;
}

/** `HTTPServerLog` is `http_server_log` (gorm.io/docs/conventions.html, "Table Name"). */
function snake(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

const UNCOUNTABLE = new Set(
  "equipment information rice money species series fish sheep jeans police milk salt time water paper food art cash music help luck oil progress rain research shopping software traffic".split(" "),
);

/** The endings of github.com/jinzhu/inflection, which Rails' ActiveSupport began and most ORMs follow; the first that fits. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(p)erson$/i, "$1eople"],
  [/(m)an$/i, "$1en"],
  [/(c)hild$/i, "$1hildren"],
  [/(g)oose$/i, "$1eese"],
  [/(f)oot$/i, "$1eet"],
  [/(t)ooth$/i, "$1eeth"],
  [/(quiz)$/i, "$1zes"],
  [/^(ox)$/i, "$1en"],
  [/moose$/i, "moose"],
  [/leaf$/i, "leaves"],
  [/chassis$/i, "chassis"],
  [/^([ml])ouse$/i, "$1ice"],
  [/(matr|vert|ind)(?:ix|ex)$/i, "$1ices"],
  [/(x|ch|ss|sh)$/i, "$1es"],
  [/([^aeiouy]|qu)y$/i, "$1ies"],
  [/(hive)$/i, "$1s"],
  [/(?:([^f])fe|([lr])f)$/i, "$1$2ves"],
  [/sis$/i, "ses"],
  [/([ti])a$/i, "$1a"],
  [/([ti])um$/i, "$1a"],
  [/(buffal|tomat)o$/i, "$1oes"],
  [/(bu)s$/i, "$1ses"],
  [/(alias|status|campus)$/i, "$1es"],
  [/(octop|vir)(?:us|i)$/i, "$1i"],
  [/^(ax|test)is$/i, "$1es"],
  [/s$/i, "s"],
  [/([a-z])$/i, "$1s"],
];

/** `visits` is one `visit`; what is no plural stays. The endings of github.com/dreamerslab/node.inflection, for words of several parts too. */
export function singular(name: string): string {
  const ending = UNCOUNTABLE.has(name.toLowerCase()) ? undefined : SINGULARS.find(([pattern]) => pattern.test(name));
  return ending ? name.replace(ending[0], ending[1]) : name;
}

const SINGULARS: readonly (readonly [RegExp, string])[] = [
  [/(p)eople$/i, "$1erson"],
  [/(m)en$/i, "$1an"],
  [/(c)hildren$/i, "$1hild"],
  [/(f)eet$/i, "$1oot"],
  [/(t)eeth$/i, "$1ooth"],
  [/(quiz)zes$/i, "$1"],
  [/(matr)ices$/i, "$1ix"],
  [/(vert|ind)ices$/i, "$1ex"],
  [/(alias|status|campus|bus|virus)es$/i, "$1"],
  [/(movie)s$/i, "$1"],
  [/(x|ch|ss|sh)es$/i, "$1"],
  [/([^aeiouy]|qu)ies$/i, "$1y"],
  [/(hive|tive)s$/i, "$1"],
  [/([lr])ves$/i, "$1f"],
  [/([^f])ves$/i, "$1fe"],
  [/(analy|ba|diagno|parenthe|progno|synop|the|cri)ses$/i, "$1sis"],
  [/([ti])a$/i, "$1um"],
  [/(ss|us|is)$/i, "$1"],
  [/s$/i, ""],
];

function plural(name: string): string {
  if (UNCOUNTABLE.has(name.toLowerCase())) return name;
  const ending = ENDINGS.find(([pattern]) => pattern.test(name));
  return ending ? name.replace(ending[0], ending[1]) : name;
}
