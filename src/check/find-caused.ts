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
  const old = new Set(identify(before, newPathOf).flatMap(({ finding, identity }) => (finding.state === "new" ? [identity] : [])));
  return identify(findings, (path) => path).flatMap(({ finding, identity }) => (finding.state !== "new" || isOnChangedLine(finding) || !old.has(identity) ? [finding] : []));
}

/** Fingerprints as they would be if every file stood at its new path. */
function identify(findings: readonly Finding[], pathOf: (path: string) => string): readonly { readonly finding: Finding; readonly identity: string }[] {
  const fingerprints = createFingerprints();
  return findings.map((finding) => {
    const { rule, service, access, place, message } = finding;
    const path = pathOf(place.path);
    const identity = access ? fingerprints.ofAccess(rule, service, { ...access, place: { ...place, path } }) : fingerprints.ofFault(rule, path, message);
    return { finding, identity };
  });
}
