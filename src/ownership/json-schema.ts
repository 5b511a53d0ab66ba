import { ownershipFile } from "./definition.ts";
import { acceptsNothing } from "./shape.ts";
import type { ListShape, RecordShape, Shape } from "./shape.ts";

/** The JSON Schema (draft 7) of ownership.yaml, for editors; made from the definition that checks the file. */
export function ownershipJsonSchema(): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "ownership.yaml of cross-write-check",
    description: "Which service owns which database table, and what others call instead of writing it.",
    ...toSchema(ownershipFile),
  };
}

type JsonSchema = Readonly<Record<string, unknown>>;

function toSchema(shape: Shape): JsonSchema {
  const schemas = alternativesOf(shape);
  const all = acceptsNothing(shape) ? [...schemas, { type: "null" }] : schemas;
  return all.length === 1 ? all[0]! : { anyOf: all };
}

function alternativesOf(shape: Shape): readonly JsonSchema[] {
  switch (shape.kind) {
    case "text":
      return [{ type: ["string", "number"], pattern: "\\S" }];
    case "word":
      return [{ enum: shape.words }];
    case "date":
      return [{ type: "string", pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" }];
    case "number":
      return [{ const: shape.value }];
    case "list":
      return listSchemas(shape);
    case "record":
      return [recordSchema(shape)];
    case "names":
      return [{ type: "object", additionalProperties: toSchema(shape.of) }];
    case "either":
      return [...listSchemas(shape.list), ...alternativesOf(shape.names)];
  }
}

function listSchemas(shape: ListShape): readonly JsonSchema[] {
  const item = toSchema(shape.of);
  const list = { type: "array", items: item, ...(shape.mayBeEmpty ? {} : { minItems: 1 }) };
  return shape.single ? [list, item] : [list];
}

function recordSchema(shape: RecordShape): JsonSchema {
  const keys = Object.entries(shape.keys);
  const required = keys.filter(([, key]) => key.required).map(([name]) => name);
  return {
    type: "object",
    properties: Object.fromEntries(keys.map(([name, key]) => [name, { description: key.description, ...toSchema(key.shape) }])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}
