/** The words of a name in small letters: `ClinicUsers`, `clinic__users` and `CLINIC_USERS` are `clinic`, `users`. */
export function wordsOf(name: string): readonly string[] {
  let words = known.get(name);
  if (!words) known.set(name, (words = splitWords(name)));
  return words;
}

/** Each created table is held against each foreign one, so the same few names are split over and over. */
const known = new Map<string, readonly string[]>();

function splitWords(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1_$2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1_$2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Whether two words are one, in singular or plural. */
export function sameWord(a: string, b: string): boolean {
  // No noun's plural begins with another letter.
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  return a === b || `${a}s` === b || `${b}s` === a || singularOf(a) === singularOf(b);
}

/** The singular of an English noun, as far as its letters tell. */
export function singularOf(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([["people", "person"], ["children", "child"], ["men", "man"], ["women", "woman"], ["analyses", "analysis"]]);

/** Whether a short word abbreviates a longer one: it begins alike, and its letters follow in order. `pb`: `petbase`. */
export function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length > 4 || short.length >= long.length || !long.startsWith(short.charAt(0))) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}
