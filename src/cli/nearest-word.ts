import { closest, distance } from "fastest-levenshtein";

/** ``; did you mean `json`?`` where one of the words is near enough to be meant, else an empty text. */
export function didYouMean(word: string, words: readonly string[]): string {
  const nearest = nearestWord(word, words);
  return nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
}

/** The word that was most likely meant: at most two letters in five differ. */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const nearest = closest(word.toLowerCase(), words);
  return distance(word.toLowerCase(), nearest.toLowerCase()) <= Math.max(1, Math.floor(nearest.length * 0.4)) ? nearest : undefined;
}
