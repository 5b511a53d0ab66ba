import type { Span } from "../../../model/place.ts";
import type { Expression, NamePattern, Pattern } from "../../../model/syntax.ts";

/** `_` binds nothing. */
export function namePattern(span: Span, name: string): NamePattern {
  return { kind: "name", span, name: name === "_" ? "" : name };
}

export function namelessPattern(at: number): NamePattern {
  return { kind: "name", span: { start: at, end: at }, name: "" };
}

/** What an expression on the left of `:=` or `range` binds; nothing where it is no name. */
export function patternOf(target: Expression): Pattern {
  return target.kind === "name" ? namePattern(target.span, target.name) : namelessPattern(target.span.start);
}
