import { Clause } from "../frames.ts";
import type { Frame } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import { readAlias } from "../read-tables.ts";
import type { AccessDraft, Reader } from "../reader.ts";
import { Symbol } from "../tokens.ts";
import { skipPartition, skipTop } from "./insert.ts";
import { itemsByName, settleTarget } from "./resolve-targets.ts";
import { readTarget, skipWords, wordsToSkip } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

const modifiers = wordsToSkip("low_priority", "quick", "ignore");

/** `DELETE FROM t`, `DELETE a, b FROM …`, `DELETE FROM a, b USING …`. */
export const readDelete: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  let at = skipTop(reader, skipWords(reader, verb + 1, modifiers));
  if (code[at] === Keyword.from) at++;
  const targets: AccessDraft[] = [];
  for (;;) {
    const target = readTarget(reader, "delete", at, verb);
    if (target.access) targets.push(target.access);
    at = code[target.next] === Symbol.dot && code[target.next + 1] === Symbol.star ? target.next + 2 : target.next;
    if (code[at] !== Symbol.comma) break;
    at++;
  }
  at = readAlias(reader, skipPartition(reader, at), undefined);
  frame.clause = Clause.tables;
  frame.items = [];
  frame.finish = (reader_, frame_) => finishDelete(reader_, frame_, targets);
  return at;
};

function finishDelete(reader: Reader, frame: Frame, targets: readonly AccessDraft[]): void {
  const items = itemsByName(frame.items ?? []);
  for (const target of targets) settleTarget(reader, target, items);
}
