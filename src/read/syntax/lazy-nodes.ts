import type { Block, Field, FunctionNode, TypeDeclaration } from "../../model/syntax.ts";

type FunctionParts = Omit<FunctionNode, "kind" | "body">;
type TypeParts = Omit<TypeDeclaration, "kind" | "fields" | "methods">;

export interface Members {
  readonly fields: readonly Field[];
  readonly methods: readonly FunctionNode[];
}

export const noMembers: Members = { fields: [], methods: [] };

/** A function whose body is read when first asked for; without `readBody` it has none. */
export function lazyFunction(parts: FunctionParts, readBody: (() => Block) | undefined): FunctionNode {
  return new LazyFunction(parts, readBody);
}

/** A type whose members are read when first asked for. */
export function lazyType(parts: TypeParts, readMembers: () => Members): TypeDeclaration {
  return new LazyType(parts, readMembers);
}

/** Whether a function has a body, without reading it. */
export function hasBody(node: FunctionNode): boolean {
  return node instanceof LazyFunction ? node.hasBody : node.body !== undefined;
}

// Classes, because getters on a prototype cost no memory a node.
class LazyFunction implements FunctionNode {
  readonly kind = "function";
  readonly span: FunctionNode["span"];
  readonly name: FunctionNode["name"];
  readonly nameSpan: FunctionNode["nameSpan"];
  readonly receiver: FunctionNode["receiver"];
  readonly parameters: FunctionNode["parameters"];
  readonly results: FunctionNode["results"];
  readonly modifiers: FunctionNode["modifiers"];
  readonly decorators: FunctionNode["decorators"];
  readonly typeParameters: NonNullable<FunctionNode["typeParameters"]>;
  readonly namedResults: NonNullable<FunctionNode["namedResults"]>;
  readonly hasBody: boolean;
  private unread: (() => Block) | undefined;
  private block: Block | undefined;

  constructor(parts: FunctionParts, readBody: (() => Block) | undefined) {
    this.span = parts.span;
    this.name = parts.name;
    this.nameSpan = parts.nameSpan;
    this.receiver = parts.receiver;
    this.parameters = parts.parameters;
    this.results = parts.results;
    this.modifiers = parts.modifiers;
    this.decorators = parts.decorators;
    this.typeParameters = parts.typeParameters ?? [];
    this.namedResults = parts.namedResults ?? [];
    this.hasBody = readBody !== undefined;
    this.unread = readBody;
    this.block = undefined;
  }

  get body(): Block | undefined {
    if (this.unread) {
      this.block = this.unread();
      this.unread = undefined;
    }
    return this.block;
  }
}

class LazyType implements TypeDeclaration {
  readonly kind = "type";
  readonly span: TypeDeclaration["span"];
  readonly form: TypeDeclaration["form"];
  readonly name: TypeDeclaration["name"];
  readonly nameSpan: TypeDeclaration["nameSpan"];
  readonly extends: TypeDeclaration["extends"];
  readonly implements: TypeDeclaration["implements"];
  readonly aliased: TypeDeclaration["aliased"];
  readonly defined: boolean;
  readonly decorators: TypeDeclaration["decorators"];
  readonly typeParameters: NonNullable<TypeDeclaration["typeParameters"]>;
  private readonly readMembers: () => Members;
  private members: Members | undefined;

  constructor(parts: TypeParts, readMembers: () => Members) {
    this.span = parts.span;
    this.form = parts.form;
    this.name = parts.name;
    this.nameSpan = parts.nameSpan;
    this.extends = parts.extends;
    this.implements = parts.implements;
    this.aliased = parts.aliased;
    this.defined = parts.defined === true;
    this.decorators = parts.decorators;
    this.typeParameters = parts.typeParameters ?? [];
    this.readMembers = readMembers;
    this.members = undefined;
  }

  get fields(): readonly Field[] {
    return (this.members ??= this.readMembers()).fields;
  }

  get methods(): readonly FunctionNode[] {
    return (this.members ??= this.readMembers()).methods;
  }
}
