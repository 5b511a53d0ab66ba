import { createFingerprints } from "../judge/fingerprint.ts";
import type { Finding } from "../model/finding.ts";

/**
 * The new findings that a change caused, and the known ones: those on changed lines, and those that were not there before, whatever
 * file they stand in. `newPathOf` says where a file of before is.
 */
export function findCaused(
  findings: readonly Finding[],
  before: readonly Finding[],
  isOnChangedLine: (finding: Finding) => boolean,
  newPathOf: (oldPath: string) => string,
): readonly Finding[] {
  const old = identify(before, newPathOf).filter(isNew);
  const unchanged = identify(findings, (path) => path).filter((each) => isNew(each) && !isOnChangedLine(each.finding));
  const wasThere = matchTwins(unchanged, old);
  return findings.filter((finding) => !wasThere.has(finding));
}

interface Identified {
  readonly finding: Finding;
  readonly identity: string;
  /** The identity of the first of its kind. */
  readonly kind: string;
}

function isNew({ finding }: Identified): boolean {
  return finding.state === "new";
}

/** The findings that were there before: by their identity, else by their number, for one that is new may come before one of its kind. */
function matchTwins(findings: readonly Identified[], old: readonly Identified[]): ReadonlySet<Finding> {
  const identities = new Set(old.map(({ identity }) => identity));
  const left = new Map<string, number>();
  for (const { kind } of old) left.set(kind, (left.get(kind) ?? 0) + 1);
  const [same, others] = [findings.filter(({ identity }) => identities.has(identity)), findings.filter(({ identity }) => !identities.has(identity))];
  const matched = new Set<Finding>();
  for (const { finding, kind } of [...same, ...others]) {
    const count = left.get(kind) ?? 0;
    if (count === 0) continue;
    left.set(kind, count - 1);
    matched.add(finding);
  }
  return matched;
}

/** Fingerprints as they would be if every file stood at its new path. */
function identify(findings: readonly Finding[], pathOf: (path: string) => string): readonly Identified[] {
  const fingerprints = createFingerprints();
  return findings.map((finding) => {
    const { rule, service, access, place, message } = finding;
    const path = pathOf(place.path);
    const moved = access && { ...access, place: { ...place, path } };
    const nameIn = (counted: typeof fingerprints): string => (moved ? counted.ofAccess(rule, service, moved) : counted.ofFault(rule, path, message));
    return { finding, identity: nameIn(fingerprints), kind: nameIn(createFingerprints()) };
  });
}
