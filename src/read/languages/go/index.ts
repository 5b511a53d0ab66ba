import type { Import } from "../../../model/source-model.ts";
import type { Statement } from "../../../model/syntax.ts";
import { compileRules } from "../../lexer/compile-rules.ts";
import { scanTokens } from "../../lexer/scan-tokens.ts";
import { Token } from "../../lexer/token-kinds.ts";
import type { Tokens } from "../../lexer/tokens.ts";
import { accept, advance, cursorAt, tokenText } from "../../syntax/cursor.ts";
import type { FileGrammar, FileParts } from "../../syntax/source-model.ts";
import { lazyModel } from "../../syntax/source-model.ts";
import type { TokenTree } from "../../token-tree.ts";
import { buildTokenTree } from "../../token-tree.ts";
import type { Language } from "../language.ts";
import { packageNameOf, readImports } from "./imports.ts";
import { lexicalRules } from "./lexical-rules.ts";
import { readStatement } from "./statements.ts";
import { Word } from "./words.ts";

const compiledRules = compileRules(lexicalRules);

const grammar: FileGrammar = {
  readFile: readGoFile,
  scopes: { nameOfModule: packageNameOf, unboundNames: [".", "_"], repeatsConstants: true, bindsFromDeclaration: true },
  eachWords: [],
};

export const go: Language = {
  id: "go",
  extensions: [".go"],
  lineComment: "//",
  read(file) {
    const tree = buildTokenTree(scanTokens(file.text, compiledRules), isDeclaration);
    return lazyModel(file, tree, grammar);
  },
};

function readGoFile(tree: TokenTree): FileParts {
  const cursor = cursorAt(tree, 0, tree.count);
  const statements: Statement[] = [];
  const imports: Import[] = [];
  let packageName: string | undefined;
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Word.package)) {
      packageName ??= cursor.kind === Token.name ? tokenText(cursor) : undefined;
      advance(cursor);
    } else if (cursor.kind === Word.import) {
      readImports(cursor, imports);
    } else {
      readStatement(cursor, [], statements);
    }
  }
  return { statements, imports, exports: [], packageName };
}

/** Words at a line's beginning that begin a declaration, in sound code outside of all brackets but those of blocks. */
function isDeclaration({ kinds }: Tokens, index: number): boolean {
  const kind = kinds[index]!;
  return kind === Word.func || kind === Word.type || kind === Word.var || kind === Word.const || kind === Word.import || kind === Word.package;
}
