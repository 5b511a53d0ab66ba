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
  let model: SourceModel | undefined;
  return (offset) => {
    model ??= readSource(file);
    let line = startOfLine(file.text, offset);
    for (let around = closedAround(model, line); around !== undefined; around = closedAround(model, line)) line = startOfLine(file.text, around.start);
    return line;
  };
}

/** The text or comment in which an offset stands: a comment would be none there. */
function closedAround(model: SourceModel, offset: number): Span | undefined {
  const holds = ({ span: { start, end } }: { readonly span: Span }): boolean => start < offset && offset < end;
  const comment = commentsOf(model).find(holds);
  if (comment) return comment.span;
  let text: Span | undefined;
  walkSyntax(model.statements, (node) => {
    if (!holds(node)) return false;
    if (node.kind === "text") text ??= node.span;
    return true;
  });
  return text;
}

function commentsOf(model: SourceModel): readonly Comment[] {
  if (!model.script) return model.comments;
  const { text } = model.file;
  return findComments(text, "generic").map((span) => ({ span, text: text.slice(span.start, span.end).replace(/^(?:--|#|\/\*)|\*\/$/g, "") }));
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
