import type { Span } from "./place.ts";

/**
 * Something that kept a file or a part of it from being read; the rest goes on.
 * `path` is relative to the root; without `span` the problem concerns the file as a whole.
 */
export interface Problem {
  readonly path: string;
  readonly span?: Span;
  readonly message: string;
  /** What the user can do about it, beginning with a verb. */
  readonly help?: string;
}

/** A mistake outside the checked source (arguments, configuration); shown without a stack, exit code 2. */
export class UserError extends Error {
  override readonly name = "UserError";
}
