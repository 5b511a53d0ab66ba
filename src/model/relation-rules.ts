import type { TableTag } from "./entity-rules.ts";
import type { Operation } from "./sql-statement.ts";
import type { ReferentialAction } from "./table-definition.ts";

/** A relation and the table that joins the two models, where there is one. */
export interface RelationRules {
  /** Decorators of a field, given a function for the model; `joining` is the key of the joining table in the options behind it: `@manyToMany(() => Skill, { pivotTable: "pet_skills" })`. */
  readonly decorators?: Readonly<Record<string, RelationDecorator>>;
  readonly member?: RelationMember;
  readonly keys?: RelationKeys;
  readonly tagged?: TagJoining;
  /** Calls that relate models and give their rows methods. */
  readonly methods?: RelationMethods;
  /** The type of a field with one of the decorators: its values stand for the relation. */
  readonly collection?: string;
}

/** Words of a struct tag by which a table joins two models: of the one side, whose table's name comes first, and of the other; and options that name the table or its model. */
export interface TagJoining {
  readonly key: string;
  readonly word: string;
  readonly inverse: string;
  readonly named: string;
  readonly through: string;
  /** What the name ends with that neither model has. */
  readonly ending: string;
}

/** Calls on a model that relate it to the one that they are given, and what its rows have by them: `Pet.hasMany(Visit)` gives `pet.addVisit(visit)`. */
export interface RelationMethods {
  /** The calls, or decorators of a field by the same name with a capital. */
  readonly calls: Readonly<Record<string, RelationKind>>;
  /** A method of the models lists their relations instead, and it is builders that have the methods, each of which gives the builder again. */
  readonly edges?: EdgeRules;
  /** The key, in the options of the call, of the name that the relation has for the rows. */
  readonly as: string;
  /** The key of the model, or the name, of the table that joins the two. */
  readonly through: string;
  /** How the options say which foreign key the relation makes. */
  readonly key?: RelationKeyRules;
  /** The type of rows. */
  readonly row: string;
  /** What the methods begin with, before the name of the relation with a capital. */
  readonly verbs: Readonly<Record<string, RelationVerb>>;
}

/** The keys of the column (a text, or an object with `name` and `allowNull`), of what is `false` where the database has no key, and of the actions; and those of a relation that says none, by who holds the key. */
export interface RelationKeyRules {
  readonly column: string;
  readonly constraints: string;
  readonly actions: Pick<KeyActions, "onDelete" | "onUpdate">;
  readonly byDefault: Readonly<Record<RelationKind["holder"], Required<KeyActions>["byDefault"]>>;
}

/** The calls with which a method lists relations: `edge.To("pets", Pet.Type)` is the `to` one end, `edge.From("owner", User.Type).Ref("pets").Unique()` the other. */
export interface EdgeRules {
  /** A word of the files that declare models, and the method. */
  readonly word: string;
  readonly method: string;
  readonly to: string;
  readonly from: string;
  readonly inverse: string;
  readonly one: string;
  /** The call whose argument names the joining table, by a call of its own, and the one whose second argument is the model of that table. */
  readonly storage: string;
  readonly table: string;
  readonly through: string;
  /** What makes a relation to one row mandatory; the call that names the field with the key, and the column as `storage` names it. */
  readonly required: string;
  readonly field: string;
  readonly column: string;
  /** The call that takes annotations, and the word in them of what is done with rows that hold the key of one that goes. */
  readonly annotations: string;
  readonly onDelete: string;
}

/** Whether a relation is to several rows, and whose table holds it: the model's own, the related one's, or one that joins them. */
export interface RelationKind {
  readonly many: boolean;
  readonly holder: "owner" | "related" | "joining";
}

/** What a method does to the related table, to the table that holds the key of the relation, and to one that joins the two. */
export interface RelationVerb {
  readonly related?: Operation;
  readonly key?: Operation;
  readonly joining?: readonly Operation[];
  /** Only relations to several rows have it, or only those to one. */
  readonly many?: boolean;
  /** It gives related rows; `one` of them even where the relation is to many. */
  readonly gives?: boolean;
  readonly one?: boolean;
}

/** Fields of a model that hold the key of its relation to one row: those that a struct tag names, else the relation's name with one of the endings. */
export interface RelationKeys {
  readonly tag: TableTag;
  readonly endings: readonly string[];
  /** The option, in small letters, of what the database does with the rows that hold the key: `constraint:OnDelete:CASCADE`. */
  readonly constraint?: string;
}

/** The static member that holds an object a relation: `relationMappings`. */
export interface RelationMember {
  readonly name: string;
  /** The key of the model in it: the model, a function that gives it, or the path of its file. */
  readonly model: string;
  /** The keys to a column of the related table, and to one of the joining table. */
  readonly column: readonly string[];
  readonly joining: readonly string[];
  /** The key of the kind of relation, and what those are named whose key the model's own table holds: `relation: Model.BelongsToOneRelation`. */
  readonly kind: { readonly key: string; readonly holding: readonly string[] };
}

/** What a decorator of a field says about where its relation is kept. */
export interface RelationDecorator {
  /** The key of the joining table in the options. */
  readonly joining?: string;
  /** The argument, 0-based, that gives the model of the joining table, or its name: `@BelongsToMany(() => Tag, () => PetTag)`. */
  readonly through?: number;
  /** The decorator beside it that the side with the joining table has, and its key for the name: `@JoinTable({ name: "pet_tags" })`. */
  readonly joinedBy?: { readonly decorator: string; readonly key: string };
  /** The table of the model itself holds the key of the other, where the field has this decorator: `@JoinColumn()`. */
  readonly holder?: string;
  /** It always does. */
  readonly holds?: boolean;
  /** The key, in the options, by which related rows are saved with their own: `{ cascade: true }`, `{ cascade: ["insert"] }`. */
  readonly cascade?: string;
  /** Keys of an object among the arguments: `@ManyToMany({ entity: () => Tag, mappedBy: "pets" })`. */
  readonly described?: RelationDescription;
  /** What becomes of the row that holds the key of the relation: said in an object behind the model, or in its place. */
  readonly actions?: KeyActions;
}

/** How a relation says what the database does with a row when the one that its key points to is deleted or has another key. */
export interface KeyActions {
  readonly onDelete: readonly string[];
  readonly onUpdate: readonly string[];
  /** The key of the model, where options alone are given: `@ManyToOne({ entity: () => User })`. */
  readonly model?: string;
  /** A relation with this key has its own on the other side. */
  readonly inverse?: string;
  /** The key that lets a row be without the other, where its type does not. */
  readonly optional?: string;
  /** The key of a list with words by which the database deletes the row too: `cascade: [Cascade.REMOVE]`. */
  readonly removing?: { readonly key: string; readonly words: readonly string[] };
  /** What is done where nothing is said: with a row that may be without the other, and with one that may not. */
  readonly byDefault?: { readonly optional: ActionPair; readonly required: ActionPair };
}

export interface ActionPair {
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
}

/** Keys of an object that describes a relation; the arguments before it may be the model and the field of the other side. */
export interface RelationDescription {
  /** The key of the model: one, its name, or a function that gives it. Where it is left out the field's type says it. */
  readonly model: string;
  /** The key of the field of the other side, by name or as a function, where that side keeps the relation. */
  readonly mappedBy: string;
  /** Keys that only the side which keeps the relation has. */
  readonly owning: readonly string[];
  /** The key of the joining table, and of its model; none of a relation without one. */
  readonly joining?: string;
  readonly joiningModel?: string;
  /** The key that is `true` where a row that leaves the relation goes. */
  readonly orphans?: string;
}
