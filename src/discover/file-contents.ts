import type { Problem } from "../model/problem.ts";
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

export function openContents(root: string, maxFileBytes: number, revision: Revision | undefined): FileContents {
  const readFile = createFileReader(maxFileBytes);
  const texts = new Map<string, string | undefined>();
  const problems = new Map<string, Problem>();
  let last: { readonly path: string; readonly bytes: Buffer | undefined } | undefined;

  function bytes(path: string): Buffer | undefined {
    if (last?.path !== path) last = { path, bytes: readOrNote(path) };
    return last.bytes;
  }

  function readOrNote(path: string): Buffer | undefined {
    const reading = read(path);
    switch (reading.kind) {
      case "bytes":
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
