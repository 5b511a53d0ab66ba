/** Numbers and choices that are the same for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** From `low` up to and with `high`. */
  integer(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True for that share of the calls. */
  chance(share: number): boolean;
}

/** Mulberry32: 32 bits of state are enough for a tree of files. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { next, integer, pick: (items) => items[integer(0, items.length - 1)]!, chance: (share) => next() < share };
}
