import type { Frame } from "../frames.ts";
import type { KeywordName } from "../keywords.ts";
import type { Reader } from "../reader.ts";

/** Reads what a keyword begins, at the token given; gives the token to go on with. Giving the same token is allowed only after `frame.closes` was set to it. */
export type ClauseHandler = (reader: Reader, frame: Frame, at: number) => number;

/** What to do at which keyword. */
export type ClauseHandlers = Readonly<Partial<Record<KeywordName, ClauseHandler>>>;
