import type { Streams } from "./streams.ts";

/** A line on a terminal that says how far a long run is. */
export interface Progress {
  /** To be called often; most calls print nothing. */
  readonly update: (filesRead: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const QUIET_FOR_MS = 1_000;
const BETWEEN_MS = 100;
const ERASE_LINE = "\r\u001b[2K";

/** Says nothing in the first second, off a terminal, in CI, or where it is not wanted. */
export function createProgress(wanted: boolean, { stderr, env }: Streams, now: () => number = Date.now): Progress {
  if (!wanted || stderr.isTTY !== true || isSet(env["CI"])) return { update: () => undefined, end: () => undefined };
  let next = now() + QUIET_FOR_MS;
  let printed = false;
  return {
    update(filesRead) {
      if (now() < next) return;
      next = now() + BETWEEN_MS;
      printed = true;
      stderr.write(`${ERASE_LINE}Read ${filesRead.toLocaleString("en-US")} files …`);
    },
    end() {
      if (printed) stderr.write(ERASE_LINE);
    },
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}
