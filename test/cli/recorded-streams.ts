import type { Streams } from "../../src/cli/streams.ts";

/** Streams that remember what is written to them. */
export interface RecordedStreams {
  readonly streams: Streams;
  readonly out: () => string;
  readonly err: () => string;
}

export function recordStreams(settings: { readonly cwd?: string; readonly env?: Streams["env"]; readonly isTTY?: boolean } = {}): RecordedStreams {
  let out = "";
  let err = "";
  const { cwd = process.cwd(), env = {}, isTTY } = settings;
  return {
    streams: { stdout: { write: (text) => (out += text), isTTY }, stderr: { write: (text) => (err += text), isTTY }, env, cwd },
    out: () => out,
    err: () => err,
  };
}
