import { distance } from "fastest-levenshtein";

/** The word that was probably meant, case aside; undefined where none is near. */
export function nearestWord(written: string, words: Iterable<string>): string | undefined {
  const wanted = written.slice(0, LONGEST).toLowerCase();
  let nearest: string | undefined;
  let smallest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of words) {
    const steps = distance(wanted, word.slice(0, LONGEST).toLowerCase());
    if (steps < smallest) [nearest, smallest] = [word, steps];
  }
  return nearest;
}

/** "Did you mean `owns`?" where a word is near; else undefined. */
export function didYouMean(written: string, words: Iterable<string>): string | undefined {
  const word = nearestWord(written, words);
  return word === undefined ? undefined : `Did you mean \`${word}\`?`;
}

const LONGEST = 100;
