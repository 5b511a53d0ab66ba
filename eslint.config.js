import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "fixtures/", "bin/"] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // An index that a loop or a search has just checked: `noUncheckedIndexedAccess` asks for the `!`.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // There are no classes with a `this` to lose: what has methods is an object of functions.
      "@typescript-eslint/unbound-method": "off",
      // `process.env["CI"]` is how `noPropertyAccessFromIndexSignature` and plain maps are read alike.
      "@typescript-eslint/dot-notation": "off",
      // `const { left, ...rest } = whole` is how a property is left out.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // A visitor gives back nothing, or false to go no deeper.
      "@typescript-eslint/no-invalid-void-type": "off",
      // What is read when it is first asked for can be asked for to have it read.
      "@typescript-eslint/no-meaningless-void-operator": "off",
      // A walk begins at `this`.
      "@typescript-eslint/no-this-alias": "off",
      // `||` on purpose: false and an empty text are passed over too.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignoreMixedLogicalExpressions: true, ignorePrimitives: { boolean: true, string: true } }],
      "eqeqeq": "error",
      "no-console": "error",
      "prefer-template": "error",
    },
  },
  { files: ["**/*.js"], ...tseslint.configs.disableTypeChecked },
  {
    files: ["test/**", "tools/**", "bench/**"],
    rules: { "no-console": "off" },
  },
);
