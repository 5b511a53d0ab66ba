import type { Span } from "../../model/place.ts";
import type { SourceModel } from "../../model/source-model.ts";
import { toSqlText, placeOf, type SqlText, type TextPiece } from "../../model/sql-text.ts";
import type { TextLiteral } from "../../model/syntax.ts";
import { walkSyntax } from "../../model/walk-syntax.ts";
import { NOTE_START } from "./parse-note.ts";

/** A comment that begins with `NOTE_START`. */
export interface NoteComment {
  /** From `NOTE_START` to the end of the comment, without its delimiters. */
  readonly text: string;
  /** Where that stands in the host file. */
  readonly span: Span;
  /** The line that it is about: the one below, or its own where code stands on it. Undefined where there is none. */
  readonly line: Span | undefined;
  /** Code stands before it on its line. */
  readonly trailing: boolean;
}

/** Comments of the host language, and SQL comments in its string literals or in a script. */
export function findNoteComments(model: SourceModel): readonly NoteComment[] {
  if (!model.file.text.includes(NOTE_START)) return [];
  if (model.script) return commentsInSql(model, model.script);
  return [...commentsOfHost(model), ...textLiterals(model).flatMap((literal) => commentsInSql(model, literal))];
}

function commentsOfHost(model: SourceModel): readonly NoteComment[] {
  const { text } = model.file;
  const code = blankOut(text, model.comments.map(({ span }) => withBraces(text, span)));
  return model.comments.flatMap((comment) => {
    const lead = /^[\s*!]*/.exec(comment.text)![0].length;
    const words = comment.text.slice(lead).trimEnd();
    if (!words.startsWith(NOTE_START)) return [];
    const start = comment.span.start + text.slice(comment.span.start, comment.span.end).indexOf(words);
    return [{ text: words, span: { start, end: start + words.length }, ...lineOf(text, code, comment.span) }];
  });
}

/** A comment of JSX with the braces that make it one (https://react.dev/learn/javascript-in-jsx-with-curly-braces). */
function withBraces(text: string, { start, end }: Span): Span {
  const before = /\{[ \t]*$/.exec(text.slice(lineAround(text, start).start, start));
  const behind = /^[ \t]*\}/.exec(text.slice(end, lineAround(text, end).end));
  return before && behind ? { start: start - before[0].length, end: end + behind[0].length } : { start, end };
}

const SQL_COMMENT = /--[^\n]*|#[^\n]*|\/\*[^]*?(?:\*\/|$)/g;
const SQL_NOTE = new RegExp(`^(?:--|#|/\\*)[\\s*!]*(?=${NOTE_START})`);

function commentsInSql(model: SourceModel, literal: TextLiteral): readonly NoteComment[] {
  const sql = sqlTextOf(model, literal);
  if (!sql.text.includes(NOTE_START)) return [];
  const comments = [...sql.text.matchAll(SQL_COMMENT)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const code = blankOut(sql.text, comments);
  return comments.flatMap((comment) => {
    const written = sql.text.slice(comment.start, comment.end);
    const lead = SQL_NOTE.exec(written)?.[0].length;
    if (lead === undefined) return [];
    const words = written.slice(lead).replace(/\*\/$/, "").trimEnd();
    const span = placeOf(sql, { start: comment.start + lead, end: comment.start + lead + words.length })?.span;
    const { line, trailing } = lineOf(sql.text, code, comment);
    return span ? [{ text: words, span, line: line && placeOf(sql, line)?.span, trailing }] : [];
  });
}

function textLiterals(model: SourceModel): readonly TextLiteral[] {
  const literals: TextLiteral[] = [];
  walkSyntax(model.statements, (node) => {
    if (node.kind === "text") literals.push(node);
  });
  return literals;
}

function sqlTextOf({ file: { path } }: SourceModel, literal: TextLiteral): SqlText {
  const pieces = literal.parts.map((part): TextPiece =>
    part.kind === "run" ? { kind: "known", text: part.text, place: { path, span: part.span } } : { kind: "hole", place: { path, span: part.span }, reason: "" },
  );
  return toSqlText(pieces);
}

/** The same text, as long as before, with blanks in place of the spans; line ends stay. */
function blankOut(text: string, spans: readonly Span[]): string {
  let blanked = "";
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from) continue;
    blanked += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, " ");
    from = end;
  }
  return blanked + text.slice(from);
}

/** The line that a comment is about. Between it and the line below there may be lines of comments, and none that is blank. */
function lineOf(text: string, code: string, comment: Span): Pick<NoteComment, "line" | "trailing"> {
  const own = lineAround(text, comment.start);
  const last = lineAround(text, comment.end);
  const trailing = code.slice(own.start, comment.start).trim() !== "";
  if (trailing) return { line: own, trailing };
  if (code.slice(comment.end, last.end).trim() !== "") return { line: last, trailing };
  let next = lineAround(text, last.end + 1);
  while (next.start > last.end && isBlank(code, next) && !isBlank(text, next)) next = lineAround(text, next.end + 1);
  return { line: next.start > last.end && !isBlank(text, next) ? next : undefined, trailing };
}

function isBlank(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === "";
}

/** The line that holds an offset, without its end; an empty span at the text's end for an offset behind it. */
function lineAround(text: string, offset: number): Span {
  if (offset > text.length) return { start: text.length + 1, end: text.length + 1 };
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { start, end: end < 0 ? text.length : end };
}
