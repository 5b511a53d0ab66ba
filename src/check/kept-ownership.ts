import type { FactCache, FactKind } from "../cache/fact-cache.ts";
import type { Ownership } from "../model/ownership.ts";
import type { KeptOwnership } from "../ownership/load-ownership.ts";

/** Where what the ownership.yaml of a project says is kept from run to run: YAML takes longer to read than all else that a run without changes does once. */
export function openKeptOwnership(cache: FactCache, root: string): KeptOwnership {
  const kindOf = (terms: readonly unknown[]): FactKind => ({ root, name: "ownership", terms });
  return {
    load: (terms) => cache.load(kindOf(terms)) as Ownership | undefined,
    save: (terms, ownership) => cache.save(kindOf(terms), ownership),
  };
}
