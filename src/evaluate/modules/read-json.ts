/** A JSON text as editors accept it in configuration files: with comments and trailing commas. Undefined for what is no JSON even so. */
export function readJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const bare = text.replace(commentOrString, (match) => (match.startsWith("/") ? " " : match)).replace(trailingCommaOrString, (match) => (match === "," ? "" : match));
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}

const commentOrString = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g;
const trailingCommaOrString = /"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g;

/** The own properties of a JSON object; none for any other value. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** A property of a JSON object. */
export function propertyOf(value: unknown, name: string): unknown {
  const holds = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return holds ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** What a JSON list holds; nothing for any other value. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or the texts in a list. */
export function textsIn(value: unknown): readonly string[] {
  return [value, ...itemsOf(value)].filter((each) => typeof each === "string");
}
