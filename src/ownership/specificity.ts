/**
 * How closely a pattern describes what it matches: characters that stand for themselves, then few wildcards.
 * Of the patterns that match a name the most specific wins.
 */
export type Specificity = readonly [literals: number, loosest: number, wildcards: number];

/** Positive where `a` is more specific, 0 for a tie. */
export function compareSpecificity(a: Specificity, b: Specificity): number {
  return a[0] - b[0] || b[1] - a[1] || b[2] - a[2];
}
