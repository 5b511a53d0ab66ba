import type { Span } from "../model/place.ts";

/** What is wrong in ownership.yaml, and where. `line` and `column` are 1-based, columns count UTF-16 code units. */
export interface OwnershipMistake {
  /** The file, relative to the root. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The path of the key: `services.clinic.owns.pets`; empty for the file as a whole. */
  readonly key: string;
  /** One sentence: what is wrong, names in backticks. */
  readonly message: string;
  /** The way out: a sentence or two. */
  readonly help?: string;
}

/** In one line: ``ownership.yaml:4:5 services.clinic.own: unknown key. Did you mean `owns`?`` */
export function describeMistake({ path, line, column, key, message, help }: OwnershipMistake): string {
  const subject = key === "" ? "" : `${key}: `;
  return `${path}:${line}:${column} ${subject}${message}${help === undefined ? "" : ` ${help}`}`;
}

/** Keys and list indexes from the top of the file down to a value. */
export type KeyPath = readonly (string | number)[];

/** Takes a mistake at a span of the file's text; the message without its full stop. */
export type Report = (span: Span, key: KeyPath, message: string, help?: string) => void;

/** `["allow", 0, "service"]` as `allow[0].service`; a name that is no plain word stands in brackets and quotes. */
export function formatKey(key: KeyPath): string {
  return key.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    if (!PLAIN_NAME.test(part)) return `${text}[${JSON.stringify(part)}]`;
    return text === "" ? part : `${text}.${part}`;
  }, "");
}

const PLAIN_NAME = /^[\p{L}\p{N}_$*?-]+$/u;
