import { describe, expect, it } from "vitest";
import { createProgress } from "../../src/cli/progress.ts";
import { recordStreams, type RecordedStreams } from "./recorded-streams.ts";

/** Reads a file each 60 ms for so long, and says what was printed. */
function readFor(milliseconds: number, recorded: RecordedStreams, wanted = true): string {
  let clock = 0;
  const progress = createProgress(wanted, recorded.streams, () => clock);
  for (let files = 1; clock < milliseconds; files++) {
    clock += 60;
    progress.update(files);
  }
  progress.end();
  return recorded.err();
}

describe("progress", () => {
  it("says nothing in a short run", () => {
    expect(readFor(900, recordStreams({ isTTY: true }))).toBe("");
  });
  it("writes one line over and takes it away at the end", () => {
    const recorded = recordStreams({ isTTY: true });
    const lines = readFor(1_500, recorded).split("\r\u001b[2K");
    expect(lines).toEqual(["", "Read 17 files …", "Read 19 files …", "Read 21 files …", "Read 23 files …", "Read 25 files …", ""]);
    expect(recorded.out()).toBe("");
  });
  it.each([
    { title: "off a terminal", recorded: recordStreams({ isTTY: false }) },
    { title: "in CI", recorded: recordStreams({ isTTY: true, env: { CI: "true" } }) },
    { title: "where it is not wanted", recorded: recordStreams({ isTTY: true }), wanted: false },
  ])("says nothing $title", ({ recorded, wanted }) => {
    expect(readFor(1_500, recorded, wanted)).toBe("");
  });
});
