import type { Frame } from "../value.ts";

/** The nearest call of those that a place is inside of: of each first where its function was made, which it sees, then who calls it. */
export function findFrame(frame: Frame | undefined, matches: (frame: Frame) => boolean): Frame | undefined {
  for (let called = frame; called; called = called.caller?.frame) {
    for (let around: Frame | undefined = called; around; around = around.madeIn) if (matches(around)) return around;
  }
  return undefined;
}
