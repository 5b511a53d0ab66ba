/** A relation and the table that joins the two models, where there is one. */
export interface RelationRules {
  /** Decorators of a field, given a function for the model; `joining` is the key of the joining table in the options behind it: `@manyToMany(() => Skill, { pivotTable: "pet_skills" })`. */
  readonly decorators?: Readonly<Record<string, RelationDecorator>>;
  /** The static member that holds an object a relation, the key of the model in it, and the keys to a column of the joining table: `relationMappings`. */
  readonly member?: { readonly name: string; readonly model: string; readonly joining: readonly string[] };
}

/** What a decorator of a field says about where its relation is kept. */
export interface RelationDecorator {
  /** The key of the joining table in the options. */
  readonly joining?: string;
  /** The decorator beside it that the side with the joining table has, and its key for the name: `@JoinTable({ name: "pet_tags" })`. */
  readonly joinedBy?: { readonly decorator: string; readonly key: string };
  /** The table of the model itself holds the key of the other, where the field has this decorator: `@JoinColumn()`. */
  readonly holder?: string;
}
