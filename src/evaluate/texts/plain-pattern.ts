import type { Expression } from "../../model/syntax.ts";

/** A regular expression that stands for one text alone: `/_TABLE_/g`, `/\{table\}/`. */
export interface PlainPattern {
  readonly text: string;
  readonly all: boolean;
}

/** Undefined for any other expression, and for a pattern with more than letters and escaped signs (tc39.es/ecma262, "Pattern"). */
export function plainPattern(expression: Expression | undefined): PlainPattern | undefined {
  const [, source, flags = ""] = (expression?.kind === "literal" && /^\/(.+)\/([a-z]*)$/s.exec(expression.raw)) || [];
  if (source === undefined || !/^(?:[^\\^$.*+?()[\]{}|]|\\\W)+$/.test(source) || flags.includes("i")) return undefined;
  return { text: source.replace(/\\(\W)/g, "$1"), all: flags.includes("g") };
}
