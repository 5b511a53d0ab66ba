import type { Import } from "../../../model/source-model.ts";
import type { TextLiteral } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { advance, skipGroup, spanFrom, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { readSpecifications } from "./declarations.ts";
import { readTextLiteral } from "./text.ts";

/** `import "fmt"`, `import db "example.com/clinic/database"`, or a group of these; `.` and `_` stay as local names. */
export function readImports(cursor: Cursor, into: Import[]): void {
  readSpecifications(cursor, (start) => {
    const renamed = cursor.kind === Token.name || cursor.kind === Mark["."];
    const local = renamed ? tokenText(cursor) : undefined;
    const localSpan = tokenSpan(cursor);
    if (renamed) advance(cursor);
    if (cursor.kind !== Token.text) {
      skipGroup(cursor);
      return;
    }
    const module = plainText(readTextLiteral(cursor));
    into.push({ span: spanFrom(cursor, start), module, names: [{ imported: "*", local, span: localSpan }] });
  });
}

/** The name by which code calls a package that it did not rename: the last part of its path, less a version and what is no name. */
export function packageNameOf(module: string): string {
  const parts = module.split("/");
  if (parts.length > 1 && /^v\d+$/.test(parts.at(-1)!)) parts.pop();
  const last = (parts.at(-1) ?? "").replace(/[-.]v\d+$/, "");
  const name = last.replace(/^go[-.]|[-.]go$/g, "");
  return name.split(/[-.]/).at(-1) ?? name;
}

function plainText(text: TextLiteral): string {
  return text.parts.map((part) => (part.kind === "run" ? part.text : "")).join("");
}
