import type { Scope, SourceModel } from "../../model/source-model.ts";
import type { SourceFile } from "../../model/source-file.ts";
import type { TextLiteral } from "../../model/syntax.ts";
import type { Language } from "./language.ts";

/** A database script: one text, read by the SQL reader, its comments too. */
export const sql: Language = { id: "sql", extensions: [".sql"], lineComment: "--", read: readScript };

function readScript(file: SourceFile): SourceModel {
  const span = { start: 0, end: file.text.length };
  const script: TextLiteral = { kind: "text", span, parts: file.text === "" ? [] : [{ kind: "run", text: file.text, span }] };
  const scope: Scope = { kind: "file", span, parent: undefined, bindings: new Map() };
  return { file, statements: [], imports: [], exports: [], comments: [], scope, scopeAt: () => scope, packageName: undefined, script, problems: [] };
}
