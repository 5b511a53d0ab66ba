import { workerData } from "node:worker_threads";
import { firstToClaim } from "../cache/first-claim.ts";

/** Where a mistake is told, and since when, in milliseconds, other files that were linted have been silent about it. */
interface Telling {
  readonly file: string;
  readonly silent: Map<string, number>;
}

const tellings = new Map<string, Telling>();

/** A file that is linted again after so long, in milliseconds, is being worked on: ESLint's own passes over a file that it fixes are faster. */
const WORKED_ON_AFTER = 1000;

/**
 * Whether a mistake that concerns every file is to be told in this one: it is told in one file, and again whenever that is linted, so that
 * an editor goes on showing it. It follows whoever works on another file while that one is not linted any more.
 */
export function isToldIn(file: string, message: string): boolean {
  let telling = tellings.get(message);
  if (!telling || mayFollow(telling, file)) tellings.set(message, (telling = { file: filesOfThreads ? firstToClaim([performance.timeOrigin, filesOfThreads, message], file) : file, silent: new Map() }));
  if (telling.file === file) telling.silent.clear();
  else if (!telling.silent.has(file)) telling.silent.set(file, performance.now());
  return telling.file === file;
}

function mayFollow({ silent }: Telling, file: string): boolean {
  const since = silent.get(file);
  return !filesOfThreads && since !== undefined && performance.now() - since > WORKED_ON_AFTER;
}

/**
 * The files that ESLint's threads lint together, each file in one of them; undefined where ESLint runs in one thread. The time at which the
 * process began, which all threads know, and these files tell a run from others
 * (https://github.com/eslint/eslint/blob/main/lib/eslint/worker.js).
 */
const filesOfThreads = filesGivenTo(workerData);

function filesGivenTo(data: unknown): readonly unknown[] | undefined {
  return typeof data === "object" && data !== null && "filePaths" in data && Array.isArray(data.filePaths) ? data.filePaths : undefined;
}
