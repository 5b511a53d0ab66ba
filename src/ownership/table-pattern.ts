import type { Specificity } from "./specificity.ts";

/** Whether a name is what a pattern says: `*` stands for any characters, `?` for one. Linear but for the last `*`. */
export function matchesPattern(pattern: string, name: string): boolean {
  let at = 0;
  let nameAt = 0;
  let star = -1;
  let starName = 0;
  while (nameAt < name.length) {
    const sign = pattern[at];
    if (sign === "*") {
      star = at++;
      starName = nameAt;
    } else if (sign === "?" || sign === name[nameAt]) {
      at++;
      nameAt++;
    } else if (star >= 0) {
      at = star + 1;
      nameAt = ++starName;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at++;
  return at >= pattern.length;
}

/** Whether some name is what both patterns say. Takes time in proportion to the product of their lengths. */
export function patternsOverlap(a: string, b: string): boolean {
  let below: readonly boolean[] = [];
  for (let i = a.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = b.length; j >= 0; j--) {
      const same = a[i] === b[j] || a[i] === "?" || b[j] === "?";
      if (i === a.length && j === b.length) row[j] = true;
      else if (a[i] === "*" || b[j] === "*") row[j] = below[j] === true || row[j + 1] === true;
      else row[j] = same && below[j + 1] === true;
    }
    below = row;
  }
  return below[0] === true;
}

export function hasWildcard(pattern: string): boolean {
  return pattern.includes("*") || pattern.includes("?");
}

export function tableSpecificity(pattern: string): Specificity {
  const stars = pattern.split("*").length - 1;
  const anyCharacters = pattern.split("?").length - 1;
  return [pattern.length - stars - anyCharacters, stars, anyCharacters];
}
