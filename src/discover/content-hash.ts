import { hash as digest } from "node:crypto";

/** The hash of a file's bytes or of a text. */
export function hashOf(content: Buffer | string): string {
  return digest("sha1", content, "base64");
}
