import type { Place } from "../model/place.ts";

/** Groups what is reported by file, both in the order in which they come. */
export function groupByPath<T>(items: readonly T[], placeOf: (item: T) => Place): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const { path } = placeOf(item);
    const group = groups.get(path);
    if (group) group.push(item);
    else groups.set(path, [item]);
  }
  return groups;
}
