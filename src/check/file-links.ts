import type { Place } from "../model/place.ts";

/** Which files must be read together to tell what one of them does to the database. */
export interface FileLinks {
  /** A call in `path` takes a text, or names a table, that stands in `home`. */
  noteTeller(home: string, path: string): void;
  /** A call in `path` reaches the function at a place. */
  noteCall(helper: Place, path: string): void;
  /** A script in `path` belongs to a schema in which a statement can change tables that it does not name. */
  noteEffects(path: string): void;
  /** The files of all such scripts: a new statement may be one that they are about. */
  effects(): ReadonlySet<string>;
  /**
   * The file itself, the files whose calls tell what its texts and parameters are, and those of the helpers that all of these call.
   * Of a helper's callers one of each service is enough: it shows that the parameters are decided elsewhere, and for whom.
   */
  around(path: string): ReadonlySet<string>;
  /** What was noted, to be gone on with in another run. */
  data(): LinkData;
}

/** Plain data: for each path the paths linked to it. */
export interface LinkData {
  readonly tellers: Readonly<Record<string, readonly string[]>>;
  readonly helpers: Readonly<Record<string, readonly string[]>>;
  readonly effects: readonly string[];
}

/** `serviceOf` names the service of a file. */
export function createFileLinks(before: LinkData = { tellers: {}, helpers: {}, effects: [] }, serviceOf: (path: string) => string | undefined = () => undefined): FileLinks {
  const tellers = setsOf(before.tellers);
  const helpers = setsOf(before.helpers);
  const effects = new Set(before.effects);
  const called = new Set<string>();

  function noteTeller(home: string, path: string): void {
    if (home !== path) setIn(tellers, home).add(path);
  }

  return {
    noteTeller,
    noteCall({ path: home, span }, path) {
      if (home === path) return;
      setIn(helpers, path).add(home);
      const key = `${home}:${span.start} ${serviceOf(path) ?? ""}`;
      if (called.has(key)) return;
      called.add(key);
      noteTeller(home, path);
    },
    noteEffects: (path) => effects.add(path),
    effects: () => effects,
    around(path) {
      const near = new Set([path, ...(tellers.get(path) ?? [])]);
      return new Set([...near, ...[...near].flatMap((each) => [...(helpers.get(each) ?? [])])]);
    },
    data: () => ({ tellers: recordOf(tellers), helpers: recordOf(helpers), effects: [...effects] }),
  };
}

function setsOf(record: Readonly<Record<string, readonly string[]>>): Map<string, Set<string>> {
  return new Map(Object.entries(record).map(([path, linked]) => [path, new Set(linked)]));
}

function recordOf(sets: ReadonlyMap<string, ReadonlySet<string>>): Record<string, readonly string[]> {
  return Object.fromEntries([...sets].map(([path, linked]) => [path, [...linked]]));
}

function setIn(sets: Map<string, Set<string>>, key: string): Set<string> {
  let found = sets.get(key);
  if (!found) sets.set(key, (found = new Set()));
  return found;
}
