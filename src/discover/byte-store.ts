/** Keeps the bytes of files, as long as they fit, so that a second look at them costs no reading. */
export interface ByteStore {
  get(path: string): Buffer | undefined;
  /** Copies the bytes, or does nothing where there is no room left. */
  keep(path: string, bytes: Buffer): void;
}

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Files stand side by side in a few large chunks: thousands of small buffers would cost more than the reading that they save. */
export function createByteStore(capacity: number): ByteStore {
  const kept = new Map<string, Buffer>();
  let chunk = Buffer.alloc(0);
  let used = 0;
  let room = capacity;

  return {
    get: (path) => kept.get(path),
    keep(path, bytes) {
      if (bytes.length > room || bytes.length > CHUNK_BYTES) return;
      room -= bytes.length;
      if (used + bytes.length > chunk.length) {
        chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
        used = 0;
      }
      bytes.copy(chunk, used);
      kept.set(path, chunk.subarray(used, used + bytes.length));
      used += bytes.length;
    },
  };
}
