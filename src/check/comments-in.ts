import type { SourceFile } from "../model/source-file.ts";
import type { Comment, SourceModel } from "../model/source-model.ts";
import type { Span } from "../model/place.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import { readSource } from "../read/read-source.ts";
import { findComments } from "../sql/find-comments.ts";

/** The comments of a file, in order. */
export function commentsIn(file: SourceFile): readonly Comment[] {
  return commentsOf(readSource(file));
}

/**
 * Tells where a line with a comment about what stands at an offset can be put in: the beginning of that line or, where it begins inside
 * a text or a comment, of the line on which that begins. The file is read when this is first asked.
 */
export function findLinesForComments(file: SourceFile): (offset: number) => number {
  let closed: readonly Span[] | undefined;
  return (offset) => {
    closed ??= closedSpans(readSource(file));
    let line = startOfLine(file.text, offset);
    for (let around = closed.find(holds(line)); around !== undefined; around = closed.find(holds(line))) line = startOfLine(file.text, around.start);
    return line;
  };
}

/** Where a comment of the language would be none. */
function closedSpans(model: SourceModel): readonly Span[] {
  return [...commentsOf(model).map(({ span }) => span), ...textsOf(model)];
}

function commentsOf(model: SourceModel): readonly Comment[] {
  if (!model.script) return model.comments;
  const { text } = model.file;
  return findComments(text, "generic").map((span) => ({ span, text: text.slice(span.start, span.end).replace(/^(?:--|#|\/\*)|\*\/$/g, "") }));
}

function textsOf(model: SourceModel): readonly Span[] {
  const texts: Span[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind === "text") texts.push(node.span);
  });
  return texts;
}

function holds(offset: number): (span: Span) => boolean {
  return ({ start, end }) => start < offset && offset < end;
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
