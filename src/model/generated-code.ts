/** Code that a library's tool has generated: its own database calls are the library's, what counts is the code that calls it. */
export interface GeneratedCode {
  /** What its files begin with. */
  readonly header: string;
  /** Exported names that count as the library's own, where their module is not there or begins with the header. */
  readonly names: readonly string[];
  /** The last part of the module's path where that is not there: the names alone say too little. */
  readonly module?: string;
  /** Types that stand for a model's table, the first that fits. */
  readonly types?: readonly GeneratedType[];
  /** Methods with statements of their own, which count where the methods are called. */
  readonly telling?: TellingMethods;
}

/** What the names begin with of methods that relate rows of two models, or a word of the bodies of those that run statements of the project's own. */
export type TellingMethods = { readonly names: readonly string[] } | { readonly word: string };

/** A generated type told by its name: what stands between `prefix` and `suffix` is the model's. */
export interface GeneratedType {
  readonly prefix?: string;
  readonly suffix?: string;
  /** Only where the same file declares the model's name with this at its end too. */
  readonly beside?: string;
  /** The type of this library whose members it has. */
  readonly type: string;
}
