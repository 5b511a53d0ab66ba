import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Libraries } from "../evaluate/libraries.ts";
import type { CallFilter } from "./call-names.ts";
import type { Helpers } from "./helper-functions.ts";

/** What finding uses needs of the other stages. */
export interface ClientContext {
  readonly evaluator: Evaluator;
  readonly libraries: Libraries;
  readonly helpers: Helpers;
  readonly calls: CallFilter;
}
