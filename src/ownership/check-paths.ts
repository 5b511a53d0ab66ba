import type { KeyPath, Report } from "./ownership-mistake.ts";
import { faultOfPath, namedWhole, readPathPattern } from "./path-pattern.ts";
import type { PathPattern } from "./path-pattern.ts";
import { compareSpecificity } from "./specificity.ts";
import { entriesOf, itemsOf, textOf, valueAt } from "./yaml-value.ts";
import type { YamlValue } from "./yaml-value.ts";

/** What stands in the project, as far as paths of services are held against it. */
export interface ProjectPaths {
  /** Relative to the root, with `/`. */
  readonly files: readonly string[];
  /** Whether a file or folder stands there, even one that is never checked. */
  exists(path: string): boolean;
}

/** Reports paths that cannot be, services none of whose paths exist, and files for which two services are equally close. */
export function checkPaths(file: YamlValue, project: ProjectPaths | undefined, report: Report): void {
  const paths = entriesOf(valueAt(file, ["services"])).flatMap(([service, entry]) => pathsOf(service, entry.value, report));
  reportEqualPaths(paths, report);
  if (!project) return;
  reportMissing(paths, project, report);
  reportTies(paths, project, report);
}

interface ServicePath {
  readonly service: string;
  readonly value: YamlValue;
  readonly key: KeyPath;
  readonly pattern: PathPattern;
}

function pathsOf(service: string, value: YamlValue, report: Report): readonly ServicePath[] {
  return itemsOf(valueAt(value, ["paths"])).flatMap((item, index) => {
    const written = textOf(item);
    if (written === undefined) return [];
    const key: KeyPath = ["services", service, "paths", index];
    const fault = faultOfPath(written);
    if (fault === undefined) return { service, value: item, key, pattern: readPathPattern(written) };
    report(item.span, key, `\`${written.slice(0, 60)}\` ${fault}`, "Write a glob relative to the root, such as `backend/clinic/**`.");
    return [];
  });
}

function reportEqualPaths(paths: readonly ServicePath[], report: Report): void {
  const first = new Map<string, ServicePath>();
  for (const path of paths) {
    const { written } = path.pattern;
    const earlier = first.get(written);
    if (!earlier) first.set(written, path);
    else if (earlier.service !== path.service) {
      report(path.value.span, path.key, `\`${written}\` is a path of \`${earlier.service}\` and of \`${path.service}\``, "Leave it with one of them.");
    }
  }
}

function reportMissing(paths: readonly ServicePath[], project: ProjectPaths, report: Report): void {
  for (const service of new Set(paths.map((path) => path.service))) {
    const own = paths.filter((path) => path.service === service);
    if (own.some(({ pattern }) => isThere(pattern, project))) continue;
    for (const { value, key, pattern } of own) {
      report(value.span, key, `no file matches the path \`${pattern.written}\``, "Write it relative to the root, with `/`, such as `backend/clinic/**`.");
    }
  }
}

/** A folder counts although nothing in it is checked: its language may not be known. */
function isThere(pattern: PathPattern, project: ProjectPaths): boolean {
  if (project.files.some((path) => pattern.matches(path))) return true;
  const whole = namedWhole(pattern.written);
  return whole !== undefined && project.exists(whole);
}

/** One example for each two paths. */
function reportTies(paths: readonly ServicePath[], project: ProjectPaths, report: Report): void {
  const reported = new Set<string>();
  const rivals = paths.filter((path) => paths.some((other) => mayTie(path, other)));
  for (const file of project.files) {
    if (!rivals.some(({ pattern }) => pattern.matches(file))) continue;
    const [best, rival] = closestPaths(paths.filter(({ pattern }) => pattern.matches(file)));
    const pair = `${best?.pattern.written}\0${rival?.pattern.written}`;
    if (!best || !rival || reported.has(pair)) continue;
    reported.add(pair);
    const [one, other] = [best, rival].map(({ service, pattern }) => `\`${pattern.written}\` of \`${service}\``);
    report(rival.value.span, rival.key, `\`${file}\` is matched equally closely by ${one} and ${other}`, "Make one of the paths more specific.");
  }
}

/** The most specific path, and another service's that is as specific. */
function closestPaths(matching: readonly ServicePath[]): readonly [best?: ServicePath, rival?: ServicePath] {
  const best = matching.reduce<ServicePath | undefined>((a, b) => (a && compare(a, b) >= 0 ? a : b), undefined);
  const rival = best && matching.find((path) => mayTie(path, best));
  return best && rival ? [best, rival] : [];
}

/** Whether a file could be as close to one path as to the other: both are as specific, and of two services, and one's folder lies in the other's. */
function mayTie(one: ServicePath, other: ServicePath): boolean {
  const [a, b] = [one.pattern, other.pattern];
  return one.service !== other.service && a.written !== b.written && compare(one, other) === 0 && (a.base.startsWith(b.base) || b.base.startsWith(a.base));
}

function compare(one: ServicePath, other: ServicePath): number {
  return compareSpecificity(one.pattern.specificity, other.pattern.specificity);
}
