import type { Binding, Comment, Scope, SourceModel } from "../../model/source-model.ts";
import type { SourceFile } from "../../model/source-file.ts";
import type { Call, Composite, Expression, Field, Name, TextLiteral, TypeDeclaration, TypeExpression } from "../../model/syntax.ts";
import type { Span } from "../../model/place.ts";
import type { Language } from "./language.ts";

/** Prisma's schema language: models read as classes, attributes as their decorators (prisma.io/docs/orm/reference/prisma-schema-reference). */
export const prisma: Language = { id: "prisma", extensions: [".prisma"], lineComment: "//", read: readSchema };

const BLOCK = /^[ \t]*(model|view|type|enum)[ \t]+(\w+)[ \t]*\{([^]*?)^[ \t]*\}/gm;
const FIELD = /^[ \t]*(\w+)[ \t]+(\w+)(\[\])?([?!]?)[ \t]*(.*)$/;
/** `"pets"`, `[id, name]`, `Cascade`; behind a key or alone. */
const ARGUMENT = /(?:(\w+)\s*:\s*)?(?:"((?:[^"\\]|\\.)*)"|\[([^\]]*)\]|(\w+)(?![\w(]))/g;
const ATTRIBUTE = /(@@?[\w.]+)(?:\(((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*)\))?/g;

function readSchema(file: SourceFile): SourceModel {
  const span = { start: 0, end: file.text.length };
  const bindings = new Map<string, Binding>();
  const scope: Scope = { kind: "file", span, parent: undefined, bindings };
  const statements: TypeDeclaration[] = [];
  for (const block of file.text.matchAll(BLOCK)) {
    const declaration = readBlock(block);
    const name = block[2]!;
    statements.push(declaration);
    bindings.set(name, { kind: "type", name, span: declaration.nameSpan!, scope, type: undefined, value: undefined, part: undefined, assignments: [], declaration });
  }
  return { file, statements, imports: [], exports: [], comments: readComments(file.text), scope, scopeAt: () => scope, packageName: undefined, script: undefined, problems: [] };
}

const TEXT_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|\/\/[^\r\n]*/g;

/** `//` and `///`: the language has no other comments. */
function readComments(text: string): readonly Comment[] {
  return [...text.matchAll(TEXT_OR_COMMENT)].flatMap(({ 0: written, index }) =>
    written.startsWith("//") ? [{ span: { start: index, end: index + written.length }, text: written.replace(/^\/+/, "") }] : [],
  );
}

function readBlock(block: RegExpExecArray): TypeDeclaration {
  const [whole, form, name = "", body = ""] = block;
  const span = { start: block.index, end: block.index + whole.length };
  const nameStart = block.index + whole.indexOf(name, whole.indexOf(form!) + form!.length);
  const fields: Field[] = [];
  const decorators: Expression[] = [];
  let offset = block.index + whole.indexOf("{") + 1;
  for (const line of body.split("\n")) {
    const code = line.replace(/\/\/.*$/, "");
    const field = FIELD.exec(code);
    if (field && form !== "enum") fields.push(readField(field, offset));
    else if (code.includes("@@")) decorators.push(...readAttributes(code, offset));
    offset += line.length + 1;
  }
  return {
    kind: "type",
    form: form === "enum" ? "enum" : "class",
    span,
    name,
    nameSpan: { start: nameStart, end: nameStart + name.length },
    extends: [],
    implements: [],
    fields,
    methods: [],
    aliased: undefined,
    decorators,
  };
}

function readField([line, name = "", typeName = "", list, optional, attributes = ""]: RegExpExecArray, offset: number): Field {
  const span = { start: offset, end: offset + line.length };
  const element: TypeExpression = { kind: "named", span, path: [typeName], arguments: [] };
  const type: TypeExpression = list ? { kind: "list", span, element } : element;
  return { span, name, type, value: undefined, embedded: false, modifiers: optional === "?" ? ["optional"] : [], decorators: readAttributes(attributes, offset + line.length - attributes.length), tag: undefined };
}

/** `@@map("users")` as a call of that name; named arguments as an object behind the others. */
function readAttributes(text: string, offset: number): readonly Call[] {
  return [...text.matchAll(ATTRIBUTE)].map((match) => {
    const [whole, name = "", given = ""] = match;
    const span = { start: offset + match.index, end: offset + match.index + whole.length };
    const callee: Name = { kind: "name", span, name };
    const written = [...given.matchAll(ARGUMENT)];
    const entries = written.flatMap(([, key, text, list, word]) => (key === undefined ? [] : [{ name: key, key: undefined, value: valueOf(text, list, word, span) }]));
    const named: Composite = { kind: "composite", form: "record", span, type: undefined, entries };
    const plain = written.flatMap(([, key, text]) => (key === undefined && text !== undefined ? [textAt(text, span)] : []));
    return { kind: "call", span, callee, arguments: entries.length > 0 ? [...plain, named] : plain, typeArguments: [], construct: false };
  });
}

function valueOf(text: string | undefined, list: string | undefined, word: string | undefined, span: Span): Expression {
  if (text !== undefined) return textAt(text, span);
  if (word !== undefined) return { kind: "name", span, name: word };
  const names = [...(list ?? "").matchAll(/\w+/g)].map(([name]): Name => ({ kind: "name", span, name }));
  return { kind: "composite", form: "list", span, type: undefined, entries: names.map((value) => ({ name: undefined, key: undefined, value })) };
}

function textAt(text: string, span: Span): TextLiteral {
  return { kind: "text", span, parts: [{ kind: "run", text, span }] };
}
