import type { Libraries } from "../evaluate/libraries.ts";
import type { ClientValue, Value } from "../evaluate/value.ts";

/** A library's function, or what a value of a library's type does when it is itself called. */
export function clientValue(value: Value, libraries: Libraries): ClientValue | undefined {
  if (value.kind === "client") return value;
  if (value.kind !== "instance" || value.type.kind !== "client") return undefined;
  const called = libraries.callOf({ ...value, type: value.type });
  return called?.kind === "client" ? called : undefined;
}
