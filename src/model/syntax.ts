import type { Span } from "./place.ts";

/**
 * One syntax tree for every host language: what the stages above the reader need of an expression,
 * a statement or a declaration, and no more. A reader that meets something else gives `other`
 * with the expressions inside it, so that nothing nested is lost.
 */
export type Expression =
  | TextLiteral
  | TaggedText
  | OtherLiteral
  | Name
  | Member
  | Index
  | Call
  | Binary
  | Unary
  | Conditional
  | Assignment
  | Composite
  | FunctionNode
  | Conversion
  | Spread
  | OtherExpression;

/** Characters of a literal: when `text` is as long as `span` each stands for itself, else the whole is one escape. */
export interface TextRun {
  readonly kind: "run";
  readonly text: string;
  readonly span: Span;
}

/** An expression inside a literal: `${name}`. The span covers the delimiters. */
export interface TextHole {
  readonly kind: "hole";
  readonly expression: Expression;
  readonly span: Span;
}

/** A string or template literal, decoded. The span covers the quotes. */
export interface TextLiteral {
  readonly kind: "text";
  readonly span: Span;
  readonly parts: readonly (TextRun | TextHole)[];
}

/** `` sql`…` ``. `text.parts` are cooked. */
export interface TaggedText {
  readonly kind: "tagged";
  readonly span: Span;
  readonly tag: Expression;
  readonly text: TextLiteral;
}

/** A number, boolean, null, rune or regular expression. `raw` as written. */
export interface OtherLiteral {
  readonly kind: "literal";
  readonly span: Span;
  readonly raw: string;
}

/** An identifier; `this`, `self` and `super` too. */
export interface Name {
  readonly kind: "name";
  readonly span: Span;
  readonly name: string;
}

/** `object.name`, `object?.name`, `object.#name`. */
export interface Member {
  readonly kind: "member";
  readonly span: Span;
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}

/** `object[index]`; a Go slice expression has no index. */
export interface Index {
  readonly kind: "index";
  readonly span: Span;
  readonly object: Expression;
  readonly index: Expression | undefined;
  /** Of a slice expression, what is worth a look in its bounds. */
  readonly bounds?: readonly Expression[];
}

/** `callee(…)`, `new callee(…)`, `callee<T>(…)`. */
export interface Call {
  readonly kind: "call";
  readonly span: Span;
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  readonly typeArguments: readonly TypeExpression[];
  readonly construct: boolean;
}

/** `left operator right`, assignments excepted. */
export interface Binary {
  readonly kind: "binary";
  readonly span: Span;
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

/** `&x`, `*x`, `!x`, `-x`, `await x`, `yield x`, `typeof x`, `<-x`; parentheses leave no node. */
export interface Unary {
  readonly kind: "unary";
  readonly span: Span;
  readonly operator: string;
  readonly operand: Expression;
}

/** `test ? then : otherwise`. */
export interface Conditional {
  readonly kind: "conditional";
  readonly span: Span;
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** An assignment, as a statement or inside an expression. `operator` is `=`, `+=`, `:=`, `??=` …. */
export interface Assignment {
  readonly kind: "assignment";
  readonly span: Span;
  readonly operator: string;
  readonly targets: readonly Expression[];
  readonly values: readonly Expression[];
}

/** One entry of a composite: `key: value`, `value`, `...value`. */
export interface CompositeEntry {
  /** The key where it is known without evaluation: an identifier, a string, a number. */
  readonly name: string | undefined;
  /** The key as an expression where there is one. */
  readonly key: Expression | undefined;
  readonly value: Expression;
}

/** An array, object, slice, map or struct literal: `[a]`, `{k: v}`, `T{k: v}`, `[]T{a}`. */
export interface Composite {
  readonly kind: "composite";
  readonly span: Span;
  readonly form: "list" | "record";
  readonly type: TypeExpression | undefined;
  readonly entries: readonly CompositeEntry[];
}

/** A value seen as a type: `x as T`, `x satisfies T`, `x!`, `x.(T)`, `[]byte(x)`. */
export interface Conversion {
  readonly kind: "conversion";
  readonly span: Span;
  readonly operand: Expression;
  readonly type: TypeExpression | undefined;
}

/** `...x` in an argument list or composite, Go's `x...` too. */
export interface Spread {
  readonly kind: "spread";
  readonly span: Span;
  readonly operand: Expression;
}

/** Anything else, with the expressions that stand in it: JSX, a class expression, damage. */
export interface OtherExpression {
  readonly kind: "other";
  readonly span: Span;
  readonly expressions: readonly Expression[];
  /** A class expression; a type in the place of a value (`make([]string, 0)`) as a nameless alias. */
  readonly type?: TypeDeclaration;
}

export type TypeExpression =
  | NamedType
  | ListType
  | MapType
  | FunctionType
  | RecordType
  | UnionType
  | LiteralType
  | UnknownType;

/** `sql.DB` is `["sql", "DB"]`; `typeof db` is `["typeof"]` of `db`, `T["key"]` is `["[]"]` of `T` and the key. A pointer, `readonly T`, `T | null` and `T | undefined` read as `T`. */
export interface NamedType {
  readonly kind: "named";
  readonly span: Span;
  readonly path: readonly string[];
  readonly arguments: readonly TypeExpression[];
}

/** `T[]`, `[]T`, `[3]T`, `...T`, `Array<T>`. */
export interface ListType {
  readonly kind: "list";
  readonly span: Span;
  readonly element: TypeExpression;
}

/** `map[K]V`, `Record<K, V>`, `Map<K, V>`. */
export interface MapType {
  readonly kind: "map";
  readonly span: Span;
  readonly key: TypeExpression;
  readonly value: TypeExpression;
}

export interface FunctionType {
  readonly kind: "function";
  readonly span: Span;
  readonly parameters: readonly Parameter[];
  readonly results: readonly TypeExpression[];
}

/** A struct, interface or object type written in place. */
export interface RecordType {
  readonly kind: "record";
  readonly span: Span;
  readonly fields: readonly Field[];
  readonly methods: readonly FunctionNode[];
}

export interface UnionType {
  readonly kind: "union";
  readonly span: Span;
  readonly members: readonly TypeExpression[];
}

/** A string literal as a type: `"users" | "pets"`. */
export interface LiteralType {
  readonly kind: "literal";
  readonly span: Span;
  readonly text: string;
}

export interface UnknownType {
  readonly kind: "unknown";
  readonly span: Span;
}

/** What a declaration binds: a name, or parts of the value. */
export type Pattern = NamePattern | PartsPattern;

/** A name; `_` binds nothing and has an empty name. */
export interface NamePattern {
  readonly kind: "name";
  readonly span: Span;
  readonly name: string;
  readonly default?: Expression;
}

/** `{ a, b: c }` or `[a, , b]`. */
export interface PartsPattern {
  readonly kind: "parts";
  readonly span: Span;
  readonly parts: readonly PatternPart[];
  readonly default?: Expression;
}

/** `property` is the key taken, or the index in a list; undefined for a computed key. */
export interface PatternPart {
  readonly property: string | number | undefined;
  readonly rest: boolean;
  readonly pattern: Pattern;
}

export interface Parameter {
  readonly span: Span;
  readonly pattern: Pattern;
  readonly type: TypeExpression | undefined;
  readonly rest: boolean;
  /** `constructor(private db: Pool)` declares a field too. */
  readonly declaresField: boolean;
  /** `constructor(@InjectRepository(Pet) pets: Repository<Pet>)`. */
  readonly decorators?: readonly Expression[];
}

export interface TypeParameter {
  readonly span: Span;
  readonly name: string;
  readonly constraint: TypeExpression | undefined;
}

/** A function, method, arrow function or function literal. */
export interface FunctionNode {
  readonly kind: "function";
  readonly span: Span;
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  /** Go's receiver: `func (r *Repository) Save()`. */
  readonly receiver: Parameter | undefined;
  readonly parameters: readonly Parameter[];
  readonly results: readonly TypeExpression[];
  /** `[T any]`, `<T extends Pet>`. */
  readonly typeParameters?: readonly TypeParameter[];
  /** Go's results that have names: variables of the body. A bare `return` there reads as one of these names. */
  readonly namedResults?: readonly Parameter[];
  /** `async`, `static`, `get` … as they are written; `arrow` of `() => …`. */
  readonly modifiers: readonly string[];
  readonly decorators: readonly Expression[];
  /** Read on the first use; undefined where there is none (an interface's method, an overload). */
  readonly body: Block | undefined;
}

/** A struct field, class field, enum member, or the property of an object type. */
export interface Field {
  readonly span: Span;
  readonly name: string;
  readonly type: TypeExpression | undefined;
  readonly value: Expression | undefined;
  /** A Go field without a name of its own. */
  readonly embedded: boolean;
  readonly modifiers: readonly string[];
  readonly decorators: readonly Expression[];
  /** Go's field tag, decoded. */
  readonly tag: string | undefined;
}

/** A class, struct, interface, enum or named type. */
export interface TypeDeclaration {
  readonly kind: "type";
  readonly span: Span;
  readonly form: "class" | "struct" | "interface" | "enum" | "alias";
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  readonly extends: readonly Expression[];
  readonly implements: readonly TypeExpression[];
  readonly fields: readonly Field[];
  readonly methods: readonly FunctionNode[];
  /** What an alias or a Go named type stands for. */
  readonly aliased: TypeExpression | undefined;
  /** It is no other name for that but a type of its own: `type Guest User` (go.dev/ref/spec, "Type definitions"). */
  readonly defined?: boolean;
  readonly typeParameters?: readonly TypeParameter[];
  readonly decorators: readonly Expression[];
}

export type Statement =
  | ExpressionStatement
  | VariableDeclaration
  | FunctionNode
  | TypeDeclaration
  | Block
  | Branch
  | Loop
  | Return;

/** An expression for its effect; `defer f()`, `go f()`, `throw e` and `export default e` too. */
export interface ExpressionStatement {
  readonly kind: "expression";
  readonly span: Span;
  readonly expression: Expression;
}

/** `const a = 1`, `var a, b T = f()`, `a, err := f()`. */
export interface VariableDeclaration {
  readonly kind: "variable";
  readonly span: Span;
  readonly constant: boolean;
  readonly targets: readonly Pattern[];
  readonly type: TypeExpression | undefined;
  /** As many as targets, or one value with several results, or none. */
  readonly values: readonly Expression[];
}

export interface Block {
  readonly kind: "block";
  readonly span: Span;
  readonly statements: readonly Statement[];
}

/** `if`, `switch`, `select`, `try`: at most one of the blocks runs to its end. */
export interface Branch {
  readonly kind: "branch";
  readonly span: Span;
  /** What stands before the blocks, in order: an initialising statement, conditions, case labels. */
  readonly header: readonly Statement[];
  readonly blocks: readonly Block[];
  /** Whether one of the blocks always runs: there is an `else` or `default`. */
  readonly exhaustive: boolean;
}

export interface Loop {
  readonly kind: "loop";
  readonly span: Span;
  /** What stands before the body, in order: initialisation, condition, step. */
  readonly header: readonly Statement[];
  /** `for (const x of list)`, `for i, x := range list`. */
  readonly each: EachHeader | undefined;
  readonly body: Block;
}

/** Key and element are patterns for what is declared or assigned; `keys` for `for (k in o)`. */
export interface EachHeader {
  readonly key: Pattern | undefined;
  readonly element: Pattern | undefined;
  readonly list: Expression;
  /** The names stand already and are assigned: `for x = range list`, `for (x of list)`. */
  readonly assigns?: boolean;
}

export interface Return {
  readonly kind: "return";
  readonly span: Span;
  readonly values: readonly Expression[];
}
