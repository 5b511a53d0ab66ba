import { comparePlaces } from "../../model/compare-places.ts";
import type { Place } from "../../model/place.ts";

/** Orders places as their migrations run: files by the numbers in their names (`2_a.sql` before `10_b.sql`), then by where they stand. */
export function compareMigrations(a: Place, b: Place): number {
  return (a.path === b.path ? 0 : comparePaths(a.path, b.path)) || comparePlaces(a, b);
}

/** What runs again after every other, whatever it is called: https://documentation.red-gate.com/fd/repeatable-migrations-273973335.html */
const REPEATABLE = /(?:^|\/)R__[^/]*\.sql$/;

function comparePaths(a: string, b: string): number {
  const [ours, theirs] = [splitPath(a), splitPath(b)];
  if (a.slice(0, a.lastIndexOf("/")) === b.slice(0, b.lastIndexOf("/")) && REPEATABLE.test(a) !== REPEATABLE.test(b)) return REPEATABLE.test(a) ? 1 : -1;
  for (let at = 0; at < ours.length && at < theirs.length; at++) {
    const [mine, other] = [ours[at]!, theirs[at]!];
    if (mine === other) continue;
    const difference = isNumber(mine) && isNumber(other) ? Number(mine) - Number(other) : 0;
    return difference || (mine < other ? -1 : 1);
  }
  return ours.length - theirs.length;
}

const parts = new Map<string, readonly string[]>();

/** Numbers, and what stands between them. */
function splitPath(path: string): readonly string[] {
  let split = parts.get(path);
  if (!split) parts.set(path, (split = path.match(/\d+|\D+/g) ?? []));
  return split;
}

function isNumber(part: string): boolean {
  return /^\d/.test(part);
}
