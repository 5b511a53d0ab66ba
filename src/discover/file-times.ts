import { statSync } from "node:fs";

/** Clocks of file systems may lag behind by as much, in milliseconds. */
const CLOCK_LAG = 50;

/** The size of what stands at a path in bytes, and the time of its last change in milliseconds, which no program can set back; both -1 where there is nothing, or nothing that can be looked at. */
export interface FileTime {
  readonly size: number;
  readonly changed: number;
}

export function fileTime(absolutePath: string): FileTime {
  try {
    const stats = statSync(absolutePath, { throwIfNoEntry: false });
    return stats ? { size: stats.size, changed: stats.ctimeMs } : NOTHING;
  } catch {
    return NOTHING;
  }
}

const NOTHING: FileTime = { size: -1, changed: -1 };

/** Whether a file that last changed at a time is still what it was when it was looked at, at `began` or later: a later change would show. */
export function isSettled(changed: number, began: number): boolean {
  return changed < began - CLOCK_LAG;
}
