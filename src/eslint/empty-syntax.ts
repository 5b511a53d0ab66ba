/**
 * What rules for JavaScript ask of a file before they look at its nodes. Configurations have them on for every file that is linted
 * (`js.configs.recommended` does), and one that throws ends the whole run: in a file of another language they find no comments, no tokens,
 * no scopes, and types that nothing has.
 */
export const emptySyntax = {
  hasBOM: false,
  tokensAndComments: [],
  getAllComments: none,
  getCommentsBefore: none,
  getCommentsAfter: none,
  getCommentsInside: none,
  getTokens: none,
  getFirstTokens: none,
  getLastTokens: none,
  getTokensBefore: none,
  getTokensAfter: none,
  getTokensBetween: none,
  getFirstToken: nothing,
  getLastToken: nothing,
  getTokenBefore: nothing,
  getTokenAfter: nothing,
  getTokenByRangeStart: nothing,
  getNodeByRangeIndex: nothing,
  getDeclaredVariables: none,
  getScope: () => emptyScope,
  isGlobalReference: () => false,
  isSpaceBetween: () => false,
  markVariableAsUsed: () => false,
} as const;

const emptyScope = { type: "global", isStrict: false, upper: null, variables: [], references: [], through: [], childScopes: [], set: new Map<string, never>() } as const;

export const emptyScopeManager = { scopes: [emptyScope], globalScope: emptyScope, acquire: nothing, getDeclaredVariables: none } as const;

/** As https://typescript-eslint.io/developers/custom-rules#typed-rules has them; strict, because some rules complain where types are not. */
export const emptyParserServices = {
  esTreeNodeToTSNodeMap: new Map<never, never>(),
  tsNodeToESTreeNodeMap: new Map<never, never>(),
  program: { getCompilerOptions: () => ({ strict: true }), getTypeChecker: () => ({}), getSourceFile: () => undefined, getSourceFiles: none },
} as const;

export const emptyLanguageOptions = { ecmaVersion: 2026, sourceType: "module", globals: {}, parserOptions: {} } as const;

function none(): readonly never[] {
  return [];
}

function nothing(): null {
  return null;
}
