import type { Export, Import } from "../../../model/source-model.ts";
import type { Assignment, Expression, Pattern, Statement } from "../../../model/syntax.ts";
import { plainText } from "./text.ts";

/** What a value brings from another module: `require("m")`, `await import("m")`, `require("m").Pool`. */
export function importOf(value: Expression): Loaded | undefined {
  const inner = withoutWrapping(value);
  if (inner.kind !== "member") return loadedBy(inner);
  const whole = loadedBy(withoutWrapping(inner.object));
  return whole && { module: whole.module, imported: inner.name };
}

interface Loaded {
  readonly module: string;
  readonly imported: string;
}

function loadedBy(call: Expression): Loaded | undefined {
  if (call.kind !== "call" || call.callee.kind !== "name" || !LOADERS.has(call.callee.name)) return undefined;
  const [argument] = call.arguments;
  return argument?.kind === "text" && argument.parts.every((part) => part.kind === "run") ? { module: plainText(argument), imported: "*" } : undefined;
}

/** Without `await`, `as T` and `!`. */
function withoutWrapping(value: Expression): Expression {
  let inner = value;
  while (inner.kind === "conversion" || (inner.kind === "unary" && inner.operator === "await")) inner = inner.operand;
  return inner;
}

const LOADERS = new Set(["require", "import"]);

/** The modules that top-level declarations load with `require` or `import()`. */
export function importsOf(statements: readonly Statement[]): readonly Import[] {
  return statements.flatMap((statement): readonly Import[] => {
    if (statement.kind === "expression") {
      const loaded = importOf(statement.expression);
      return loaded ? [{ span: statement.span, module: loaded.module, names: [] }] : [];
    }
    if (statement.kind !== "variable") return [];
    const [target] = statement.targets;
    const loaded = statement.values[0] && importOf(statement.values[0]);
    if (!loaded || !target) return [];
    return [{ span: statement.span, module: loaded.module, names: importedNames(target, loaded.imported) }];
  });
}

function importedNames(target: Pattern, imported: string): Import["names"] {
  if (target.kind === "name") return [{ imported, local: target.name, span: target.span }];
  if (imported !== "*") return [];
  return target.parts.flatMap(({ property, rest, pattern }) =>
    pattern.kind === "name" && typeof property === "string" && !rest ? [{ imported: property, local: pattern.name, span: pattern.span }] : [],
  );
}

/** `module.exports = …`, `module.exports.name = …` and `exports.name = …` among top-level statements. https://nodejs.org/api/modules.html#moduleexports */
export function exportsOf(statements: readonly Statement[]): readonly Export[] {
  return statements.flatMap((statement) => (statement.kind === "expression" && statement.expression.kind === "assignment" ? assignedExports(statement.expression) : []));
}

/** `exports = module.exports = value` and `exports.a = exports.b = value` export at each of their places. */
function assignedExports(assignment: Assignment): readonly Export[] {
  const places: Expression[] = [...assignment.targets];
  let value = assignment.values[0];
  while (value?.kind === "assignment") {
    places.push(...value.targets);
    value = value.values[0];
  }
  if (!value) return [];
  const held = value;
  return places.flatMap((place) => exportsAt(place, held));
}

function exportsAt(place: Expression, value: Expression): readonly Export[] {
  if (place.kind !== "member") return [];
  if (isWhole(place)) return [{ name: "default", whole: true, ...held(value) }, ...entriesOf(value)];
  const fromExports = isWhole(place.object) || (place.object.kind === "name" && place.object.name === "exports");
  return fromExports ? [{ name: place.name, ...held(value) }] : [];
}

function isWhole(place: Expression): boolean {
  return place.kind === "member" && place.name === "exports" && place.object.kind === "name" && place.object.name === "module";
}

/** What `module.exports = { a, b: c, ...require("m") }` exports by name. */
function entriesOf(value: Expression): readonly Export[] {
  if (value.kind !== "composite" || value.form !== "record") return [];
  return value.entries.flatMap(({ name, value: entry }): readonly Export[] => {
    if (name !== undefined) return [{ name, ...held(entry) }];
    const loaded = entry.kind === "spread" ? importOf(entry.operand) : undefined;
    return loaded?.imported === "*" ? [{ name: "*", from: loaded }] : [];
  });
}

function held(value: Expression): Pick<Export, "local" | "value" | "from"> {
  if (value.kind === "name") return { local: value.name, value };
  const loaded = importOf(value);
  return loaded ? { value, from: loaded } : { value };
}
