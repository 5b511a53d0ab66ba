import type { RecordType, TypeDeclaration } from "../../model/syntax.ts";

const declarations = new WeakMap<RecordType, TypeDeclaration>();

/** The struct that a literal or variable writes out, as one that is declared without a name: its tags may name a table, nothing else does. */
export function unnamedStruct(record: RecordType): TypeDeclaration {
  const known = declarations.get(record);
  if (known) return known;
  const declaration: TypeDeclaration = {
    kind: "type",
    span: record.span,
    form: "struct",
    name: undefined,
    nameSpan: undefined,
    extends: [],
    implements: [],
    fields: record.fields,
    methods: [],
    aliased: undefined,
    decorators: [],
  };
  declarations.set(record, declaration);
  return declaration;
}
