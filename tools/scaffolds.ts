import type { ListLine } from "./add-to-list.ts";

/** What `npm run new` makes of a name: new files, and lists with a line more. */
export interface Scaffold {
  readonly files: Readonly<Record<string, string>>;
  readonly lists: readonly ListLine[];
  /** What is left to do, for people. */
  readonly next: string;
}

/** The things there can be more of, by the word that `npm run new` takes. `read` gives the text of a file of the package. */
export const scaffolds: Readonly<Record<string, (name: string, read: (path: string) => string) => Scaffold>> = {
  rule: (name, read) => {
    const code = nextCode(read);
    return {
      files: { [`rules/${name}.ts`]: ruleCode(name, code), [`rules/${name}.md`]: ruleDocument(name, code) },
      lists: [{ file: "rules/index.ts", list: "rules", module: `./${name}.ts`, entry: camelCase(name) }],
      next: "Move its line to where it belongs in the order of rules, write its examples, then `npm run docs`.",
    };
  },
  reporter: (name) => ({
    files: { [`src/report/findings/${name}.ts`]: reporterCode(name) },
    lists: [{ file: "src/report/index.ts", list: "reporters", module: `./findings/${name}.ts`, entry: camelCase(name) }],
    next: "Render, then `UPDATE_GOLDEN=1 npx vitest run test/report` and `npm run docs`.",
  }),
  client: (name) => {
    const [language = "", library = ""] = name.split("/");
    if (library === "") throw new Error("A client is named LANGUAGE/LIBRARY: go/ent");
    return {
      files: { [`src/clients/${name}.ts`]: clientCode(name, language), [`fixtures/clients/${name}.${language === "go" ? "go" : "ts"}`]: clientFixture(language) },
      lists: [{ file: "src/clients/index.ts", list: "clientLibraries", module: `./${name}.ts`, entry: camelCase(library) }],
      next: "Fill in its calls, show each of them in the fixture, answer the cases of fixtures/clients/cases.ts or skip them with a reason, then `npm run docs`.",
    };
  },
  language: (name) => ({
    files: { [`src/read/languages/${name}.ts`]: languageCode(name) },
    lists: [{ file: "src/read/languages/index.ts", list: "languages", module: `./${name}.ts`, entry: camelCase(name) }],
    next: "Give it a lexer's table and a reader (go is an example; a folder of its own when it grows), hold it against a real parser in test/read, answer the cases of fixtures/languages/cases.ts or skip them with a reason, then `npm run docs`.",
  }),
  dialect: (name) => ({
    files: { [`src/sql/dialects/${name}.ts`]: dialectCode(name) },
    lists: [{ file: "src/sql/dialects/index.ts", list: "dialects", module: `./${name}.ts`, entry: camelCase(name) }],
    next: `Add "${name}" to Dialect in src/model/sql-statement.ts, override what differs, and show it in fixtures/sql.`,
  }),
};

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The first code that no rule has. */
function nextCode(read: (path: string) => string): string {
  const used = [...read("README.md").matchAll(/\bCW(\d{3})\b/g)].map(([, digits]) => Number(digits));
  return `CW${String(Math.max(0, ...used) + 1).padStart(3, "0")}`;
}

function ruleCode(name: string, code: string): string {
  return `import type { Rule } from "../src/model/rule.ts";

export const ${camelCase(name)}: Rule = {
  meta: {
    id: "${name}",
    code: "${code}",
    description: "Say in one sentence what a service does that it must not.",
    messages: {
      found: { message: "{{service}} does it.", help: "Do this instead." },
    },
    presets: { recommended: "off", strict: "warning" },
  },
  judge({ service }) {
    return service === undefined ? undefined : { messageId: "found", data: { service: service.name } };
  },
};
`;
}

function ruleDocument(name: string, code: string): string {
  const sections = ["Why", "Wrong", "Right", "How to mend it", "When to make an exception", "Options"];
  const facts = `${code} · \`recommended\`: off · \`strict\`: warning`;
  return `${[`# ${name}`, facts, "Say in one sentence what a service does that it must not.", ...sections.map((title) => `## ${title}`)].join("\n\n")}\n`;
}

function reporterCode(name: string): string {
  return `import type { CheckReport } from "../../model/finding.ts";
import { createRangeFinder } from "../line-index.ts";
import { printable } from "../printable.ts";
import type { ReportContext, Reporter } from "../reporter.ts";

/** For whom it is, and the page that describes the format. */
export const ${camelCase(name)}: Reporter = { name: "${name}", description: "say in a few words for whom it is", render };

function render(report: CheckReport, context: ReportContext): string {
  const ranges = createRangeFinder(context.sourceText);
  const shown = report.findings.filter(({ state }) => state === "new").slice(0, context.maxDiagnostics);
  return shown.map(({ place, message }) => \`\${printable(place.path)}:\${ranges.rangeOf(place).start.line} \${printable(message)}\\n\`).join("");
}
`;
}

function clientCode(name: string, language: string): string {
  return `import type { ClientLibrary } from "../../model/client.ts";
import { gives, runs } from "../members.ts";

/** The page that documents the calls. */
export const ${camelCase(name.slice(language.length + 1))}: ClientLibrary = {
  id: "${name}",
  language: "${language}",
  modules: ["${name.slice(language.length + 1)}"],
  exports: { connect: gives("Connection") },
  types: { Connection: { members: { execute: runs(0) } } },
};
`;
}

function clientFixture(language: string): string {
  return language === "go" ? "package clinic\n" : "export {};\n";
}

function languageCode(name: string): string {
  return `import type { Language } from "./language.ts";

/** The page that specifies the language. */
export const ${camelCase(name)}: Language = {
  id: "${name}",
  extensions: [".${name}"],
  lineComment: "//",
  read(file) {
    const span = { start: 0, end: file.text.length };
    const scope = { kind: "file", span, parent: undefined, bindings: new Map() } as const;
    return { file, statements: [], imports: [], exports: [], comments: [], scope, scopeAt: () => scope, packageName: undefined, script: undefined, problems: [] };
  },
};
`;
}

function dialectCode(name: string): string {
  return `import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** The page that describes the language. */
export const ${camelCase(name)}: DialectRules = {
  ...standardRules,
  id: "${name}",
};
`;
}
