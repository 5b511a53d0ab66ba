type Properties = Readonly<Record<string, object>>;

/** An object that has all of `required`, perhaps some of `optional`, and nothing else. */
export function closed(required: Properties, optional: Properties = {}): object {
  return { type: "object", properties: { ...required, ...optional }, required: Object.keys(required), additionalProperties: false };
}

export function listOf(definition: string): object {
  return { type: "array", items: { $ref: `#/definitions/${definition}` } };
}

export function text(description: string): object {
  return { type: "string", description };
}

export function texts(description: string): object {
  return { type: "array", items: { type: "string" }, description };
}

export function textOrNull(description: string): object {
  return { type: ["string", "null"], description };
}

export function count(description: string): object {
  return { type: "integer", minimum: 0, description };
}

export function place(description: string): object {
  return { type: "integer", minimum: 1, description };
}
