/** Where an import leads. */
export type ModuleResolution =
  /** Files of the project: one module, or all files of a package. */
  | { readonly kind: "project"; readonly paths: readonly string[] }
  /** A package from outside, or a part of the language's own library. */
  | { readonly kind: "external"; readonly module: string }
  | { readonly kind: "unknown" };

/** Finds modules as each language does, from the project's files alone. */
export interface ModuleResolver {
  /** `specifier` as written in the file at `fromPath`. */
  resolve(fromPath: string, specifier: string): ModuleResolution;
  /** The files whose top-level names a file sees without importing them, itself included; empty where each file stands alone. */
  packageOf(path: string): readonly string[];
}
