import type { Place, Span } from "../../model/place.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { FileNotes, NoteMistake, Suppression, TableNote } from "../../model/suppression.ts";
import { coverCode } from "./cover-code.ts";
import { findNoteComments } from "./find-note-comments.ts";
import { parseNote } from "./parse-note.ts";

/** What the comments of a file say to the gate, in order; undefined where they say nothing. */
export function readNotes(model: SourceModel): FileNotes | undefined {
  const comments = findNoteComments(model);
  if (comments.length === 0) return undefined;
  const coverage = coverCode(model);
  const place = (span: Span): Place => ({ path: model.file.path, span });
  const suppressions: Suppression[] = [];
  const tableNotes: TableNote[] = [];
  const mistakes: NoteMistake[] = [];
  for (const comment of comments) {
    const note = parseNote(comment.text);
    switch (note?.kind) {
      case "ignore": {
        const { rules, reason, until, reach } = note;
        suppressions.push({ place: place(comment.span), rules, reason, until, covers: reach === "file" ? "file" : coverage.of(comment) });
        break;
      }
      case "table":
        tableNotes.push({ place: place(comment.span), tables: note.tables, covers: coverage.of(comment) });
        break;
      case "mistake":
        mistakes.push({ place: place(comment.span), ...note.mistake });
        break;
      case undefined:
        break;
    }
  }
  return { suppressions, tableNotes, mistakes };
}
