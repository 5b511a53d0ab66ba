import { compileRules } from "../../lexer/compile-rules.ts";
import { scanTokens } from "../../lexer/scan-tokens.ts";
import type { Tokens } from "../../lexer/tokens.ts";
import { cursorAt } from "../../syntax/cursor.ts";
import type { FileGrammar, FileParts } from "../../syntax/source-model.ts";
import { lazyModel } from "../../syntax/source-model.ts";
import type { TokenTree } from "../../token-tree.ts";
import { buildTokenTree } from "../../token-tree.ts";
import type { Language } from "../language.ts";
import { exportsOf, importOf, importsOf } from "./common-js.ts";
import { componentEndings, isComponent, scriptsOf } from "./component-scripts.ts";
import { isHoisted } from "./declarations.ts";
import { namesItself } from "./functions.ts";
import { lexicalRules } from "./lexical-rules.ts";
import { readModule } from "./module-items.ts";
import { Word } from "./words.ts";

const plainRules = compileRules(lexicalRules(false));
const markupRules = compileRules(lexicalRules(true));

const grammar: FileGrammar = {
  readFile: readTypeScriptFile,
  scopes: { hoists: isHoisted, namesItself, importOf },
  eachWords: [Word.of, Word.in],
};

/** TypeScript and JavaScript, with JSX where the file's ending allows it, and the scripts of components. */
export const typescript: Language = {
  id: "typescript",
  extensions: [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ...componentEndings],
  lineComment: "//",
  read(file) {
    const rules = /\.[mc]?ts$/i.test(file.path) ? plainRules : markupRules;
    const text = isComponent(file.path) ? scriptsOf(file.text) : file.text;
    const tree = buildTokenTree(scanTokens(text, rules), isDeclaration);
    return lazyModel(file, tree, grammar);
  },
};

function readTypeScriptFile(tree: TokenTree): FileParts {
  const { statements, imports, exports } = readModule(cursorAt(tree, 0, tree.count));
  return {
    statements,
    imports: [...imports, ...importsOf(statements)],
    exports: [...exports, ...exportsOf(statements)],
    packageName: undefined,
  };
}

/** Words at a line's beginning that begin a declaration, in sound code outside of all brackets but those of blocks. */
function isDeclaration({ kinds }: Tokens, index: number): boolean {
  return DECLARATIONS.has(kinds[index]!);
}

const DECLARATIONS = new Set<number>([Word.export, Word.function, Word.class, Word.const, Word.let, Word.var, Word.enum, Word.import, Word.interface]);
