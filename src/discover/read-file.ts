import { closeSync, constants, openSync, readSync } from "node:fs";

/** What reading a file gave. The bytes are the reader's own: they hold until its next call. */
export type FileReading =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "too-large" }
  | { readonly kind: "failed"; readonly code: string };

/** Reads whole files into one buffer that grows with the largest. */
export type FileReader = (absolutePath: string) => FileReading;

const FIRST_CAPACITY = 256 * 1024;
/** Opening a pipe that took a file's place must not wait for a writer. Windows has neither such pipes nor the flag. */
const FLAGS = constants.O_RDONLY | ("O_NONBLOCK" in constants ? constants.O_NONBLOCK : 0);

export function createFileReader(maxBytes: number): FileReader {
  let buffer = Buffer.allocUnsafeSlow(Math.min(FIRST_CAPACITY, maxBytes + 1));

  /** How many bytes the file has, all in `buffer`; more than `maxBytes` when it has too many. */
  function readAll(descriptor: number): number {
    let length = 0;
    for (;;) {
      length += readSync(descriptor, buffer, length, buffer.length - length, null);
      // A file on a disk gives less than it is asked for at its end only.
      if (length < buffer.length || length > maxBytes) return length;
      buffer = Buffer.concat([buffer], Math.min(2 * length, maxBytes + 1));
    }
  }

  return (absolutePath) => {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(absolutePath, FLAGS);
      const length = readAll(descriptor);
      return length > maxBytes ? { kind: "too-large" } : { kind: "bytes", bytes: buffer.subarray(0, length) };
    } catch (error) {
      return { kind: "failed", code: errorCode(error) };
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  };
}

/** `ENOENT`, `EACCES` … */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
