import { describe, expect, it } from "vitest";
import { matchBaseline } from "../../../src/judge/baseline/match-baseline.ts";
import { newEntries, pruneEntries, renewEntries } from "../../../src/judge/baseline/update-baseline.ts";
import type { BaselineEntry } from "../../../src/model/baseline.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { sampleReport } from "../../report/sample-report.ts";

const everywhere = (): boolean => true;
const sample = sampleReport.findings[0]!;
const [rename, remove, insert] = ["rename", "remove", "insert"].map((fingerprint): Finding => ({ ...sample, fingerprint, place: { ...sample.place, path: `backend/clinic/${fingerprint}.go` } })) as [Finding, Finding, Finding];
const entries = newEntries([rename, remove]);

describe("a baseline", () => {
  it("knows what it has an entry of, and nothing else", () => {
    const { findings, stale } = matchBaseline([rename, insert, remove], entries, everywhere);
    expect(findings.map(({ state }) => state)).toEqual(["baselined", "new", "baselined"]);
    expect(stale).toEqual([]);
  });

  it("does not excuse a new finding because another was mended", () => {
    const { findings, stale } = matchBaseline([rename, insert], entries, everywhere);
    expect(findings.map(({ state }) => state)).toEqual(["baselined", "new"]);
    expect(fingerprints(stale)).toEqual(["remove"]);
  });

  it("leaves alone what the run could not have found", () => {
    expect(matchBaseline([rename], entries, ({ path }) => path === rename.place.path).stale).toEqual([]);
  });

  it("is of no use for what a comment suppresses", () => {
    const { findings, stale } = matchBaseline([{ ...rename, state: "suppressed" }, remove], entries, everywhere);
    expect(findings.map(({ state }) => state)).toEqual(["suppressed", "baselined"]);
    expect(fingerprints(stale)).toEqual(["rename"]);
  });

  it("is pruned of what is gone and gains nothing", () => {
    const match = matchBaseline([rename, insert], entries, everywhere);
    expect(fingerprints(pruneEntries(entries, match))).toEqual(["rename"]);
  });

  it("is renewed to what there is, files that were not read aside", () => {
    const inRead = matchBaseline([insert], entries, ({ path }) => path !== remove.place.path);
    expect(fingerprints(renewEntries(entries, inRead))).toEqual(["remove", "insert"]);
  });

  it("takes in no finding that is about no access", () => {
    expect(newEntries([{ ...insert, access: undefined, operation: undefined }])).toEqual([]);
  });
});

function fingerprints(list: readonly BaselineEntry[]): readonly string[] {
  return list.map(({ fingerprint }) => fingerprint);
}
