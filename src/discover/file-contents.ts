import type { Problem } from "../model/problem.ts";
import { createByteStore } from "./byte-store.ts";
import { decodeText } from "./decode-text.ts";
import { createFileReader, type FileReading } from "./read-file.ts";
import { binaryFile, tooLargeFile, unreadableFile } from "./reading-problems.ts";
import type { Revision } from "./revision.ts";

/** What stands in the files of a project; what cannot be read is a problem. */
export interface FileContents {
  /** The bytes hold until the next call. */
  bytes(path: string): Buffer | undefined;
  /** Decoded once. */
  text(path: string): string | undefined;
  readonly problems: ReadonlyMap<string, Problem>;
}

/** Helpers' callers are looked for after the candidates: most projects fit and are read from the disk only once. */
const KEPT_BYTES = 64 * 1024 * 1024;

export function openContents(root: string, maxFileBytes: number, revision: Revision | undefined): FileContents {
  const readFile = createFileReader(maxFileBytes);
  const kept = createByteStore(KEPT_BYTES);
  const texts = new Map<string, string | undefined>();
  const problems = new Map<string, Problem>();
  let last: { readonly path: string; readonly bytes: Buffer | undefined } | undefined;

  function bytes(path: string): Buffer | undefined {
    if (last?.path !== path) last = { path, bytes: kept.get(path) ?? readAndKeep(path) };
    return last.bytes;
  }

  function readAndKeep(path: string): Buffer | undefined {
    const reading = read(path);
    switch (reading.kind) {
      case "bytes":
        kept.keep(path, reading.bytes);
        return reading.bytes;
      case "too-large":
        problems.set(path, tooLargeFile(path, maxFileBytes));
        return undefined;
      case "failed":
        problems.set(path, unreadableFile(path, reading.code));
        return undefined;
    }
  }

  function read(path: string): FileReading {
    const content = revision?.contents.get(path);
    if (content === undefined) return readFile(`${root}/${path}`);
    return content.length > maxFileBytes ? { kind: "too-large" } : { kind: "bytes", bytes: content };
  }

  function decode(path: string): string | undefined {
    const encoded = bytes(path);
    const text = encoded && decodeText(encoded);
    if (encoded && text === undefined) problems.set(path, binaryFile(path));
    return text;
  }

  return {
    bytes,
    text(path) {
      if (!texts.has(path)) texts.set(path, decode(path));
      return texts.get(path);
    },
    problems,
  };
}
