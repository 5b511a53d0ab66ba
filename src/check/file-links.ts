import type { Place } from "../model/place.ts";

/** Which files must be read together to tell what one of them does to the database. */
export interface FileLinks {
  /** A call in `path` takes a text, or names a table, that stands in `home`. */
  noteTeller(home: string, path: string): void;
  /** A call in `path` reaches the function at a place. */
  noteCall(helper: Place, path: string): void;
  /**
   * The file itself, the files whose calls tell what its texts and parameters are, and those of the helpers that all of these call.
   * Of a helper's callers one is enough: it shows that the parameters are decided elsewhere.
   */
  around(path: string): ReadonlySet<string>;
}

export function createFileLinks(): FileLinks {
  const tellers = new Map<string, Set<string>>();
  const helpers = new Map<string, Set<string>>();
  const called = new Set<string>();

  function noteTeller(home: string, path: string): void {
    if (home !== path) setIn(tellers, home).add(path);
  }

  return {
    noteTeller,
    noteCall({ path: home, span }, path) {
      if (home === path) return;
      setIn(helpers, path).add(home);
      const key = `${home}:${span.start}`;
      if (called.has(key)) return;
      called.add(key);
      noteTeller(home, path);
    },
    around(path) {
      const near = new Set([path, ...(tellers.get(path) ?? [])]);
      return new Set([...near, ...[...near].flatMap((each) => [...(helpers.get(each) ?? [])])]);
    },
  };
}

function setIn(sets: Map<string, Set<string>>, key: string): Set<string> {
  let found = sets.get(key);
  if (!found) sets.set(key, (found = new Set()));
  return found;
}
