import type { Span } from "../../model/place.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Expression, Statement } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import type { NoteComment } from "./find-note-comments.ts";

/** Tells what the comments of one file are about. */
export interface CodeCoverage {
  /**
   * The comment's line, and what begins there and goes on below: a call over several lines, a literal. A comment at the end of a line
   * is about what ends there too. Bodies of functions inside are left out: what stands in them has lines of its own.
   */
  of(comment: NoteComment): readonly Span[];
}

export function coverCode(model: SourceModel): CodeCoverage {
  const nodes: Span[] = [];
  const bodies: Span[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind === "function") {
      if (node.body) bodies.push(node.body.span);
    } else if (!holdsStatements(node)) nodes.push(node.span);
  });
  return {
    of({ line, trailing }) {
      if (!line) return [];
      const longer = nodes.filter(({ start, end }) => (isWithin(line, start) && end > line.end) || (trailing && isWithin(line, end) && start < line.start));
      return [line, ...longer.flatMap((node) => without(node, bodies))];
    },
  };
}

function holdsStatements(node: Expression | Statement): boolean {
  return node.kind === "type" || node.kind === "block" || node.kind === "branch" || node.kind === "loop";
}

function isWithin({ start, end }: Span, offset: number): boolean {
  return offset >= start && offset <= end;
}

/** What is left of a span without those that lie in it. */
function without(span: Span, holes: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let start = span.start;
  for (const hole of holes) {
    if (hole.start < start || hole.end > span.end) continue;
    left.push({ start, end: hole.start });
    start = hole.end;
  }
  return [...left, { start, end: span.end }];
}
