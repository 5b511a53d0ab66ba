import { symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CodeAction, type Diagnostic, startServer, type TextEdit, uriOf } from "./language-server.ts";
import { createWorkspace, packageFolder, write } from "./workspace.ts";

const ownership = `version: 1
services:
  main: { paths: [main/**], api: { name: Main API, url: "http://localhost:8000" }, owns: { users: { update: POST /api/profile } } }
  clinic: { paths: [clinic/**] }
`;
const config = `import crossWrite from "cross-write-check";
import tseslint from "typescript-eslint";
export default [{ files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } }, crossWrite.configs.recommended];
`;
const documents = [
  { languageId: "go", file: "clinic/rename.go", text: 'package clinic\n\nimport "database/sql"\n\nfunc Rename(db *sql.DB) {\n\tdb.Exec("UPDATE users SET name = ?")\n}\n', line: 5, character: 17 },
  { languageId: "typescript", file: "clinic/rename.ts", text: 'import { Pool } from "pg";\n\nconst pool: Pool = new Pool();\nawait pool.query("UPDATE users SET name = $1");\n', line: 3, character: 25 },
] as const;

describe("the ESLint server of editors", () => {
  const root = createWorkspace({ "ownership.yaml": ownership, "main/main.go": "package main\n", "eslint.config.mjs": config, "node_modules/.keep": "", ...Object.fromEntries(documents.map(({ file, text }) => [file, text])) });
  for (const name of ["eslint", "typescript-eslint", "typescript"]) symlinkSync(path.join(packageFolder, "node_modules", name), path.join(root, "node_modules", name));
  symlinkSync(packageFolder, path.join(root, "node_modules/cross-write-check"));
  const server = startServer(root);
  afterAll(() => server.stop());
  beforeAll(async () => {
    const capabilities = { workspace: { configuration: true, applyEdit: true, workspaceEdit: { documentChanges: true } }, textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } } } };
    await server.request("initialize", { processId: process.pid, rootUri: uriOf(root, ""), workspaceFolders: [{ uri: uriOf(root, ""), name: "workspace" }], capabilities });
    server.notify("initialized", {});
  });

  it.each(documents)("shows, forgets and helps in $file", async ({ file, languageId, text, line, character }) => {
    const uri = uriOf(root, file);
    const diagnostics = async (): Promise<readonly Diagnostic[]> => ((await server.request("textDocument/diagnostic", { textDocument: { uri } })) as { items: Diagnostic[] }).items;
    const change = (version: number, changed: string): void => server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text: changed }] });

    server.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    const shown = await diagnostics();
    expect(shown).toMatchObject([
      {
        code: "cross-write/use-owner-api",
        range: { start: { line, character }, end: { line, character: character + "users".length } },
        message: "clinic updates `users`, which main owns. Call the Main API: POST http://localhost:8000/api/profile.",
      },
    ]);

    change(2, text.replace("UPDATE users SET name = ", "SELECT name FROM users WHERE id = "));
    expect(await diagnostics()).toEqual([]);

    change(3, text);
    const [diagnostic] = await diagnostics();
    const actions = (await server.request("textDocument/codeAction", { textDocument: { uri }, range: diagnostic!.range, context: { diagnostics: [diagnostic] } })) as CodeAction[];
    const ignore = actions.find(({ title }) => title.startsWith("Say above why `use-owner-api` does not count here."));
    expect(actions.map(({ title }) => title)).toContain("Note above what to call instead. (cross-write/use-owner-api)");
    await server.request("workspace/executeCommand", ignore?.command);
    expect(server.edits).toHaveLength(1);
    change(4, applied(text, server.edits.pop()));
    expect(await diagnostics()).toEqual([]);
    server.notify("textDocument/didClose", { textDocument: { uri } });
  });

  it("tells that ownership.yaml is broken until it is mended", async () => {
    const [{ file, languageId, text }] = documents;
    const uri = uriOf(root, file);
    const said = async (): Promise<readonly string[]> => ((await server.request("textDocument/diagnostic", { textDocument: { uri } })) as { items: Diagnostic[] }).items.map(({ message }) => message);
    server.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    const finding = expect.stringContaining("clinic updates `users`") as string;
    for (const round of [1, 2]) {
      await expect.poll(said, { timeout: 5000, interval: 200 }).toEqual([finding]);
      write(root, "ownership.yaml", ownership.replace("owns: {", "own: {"));
      await expect.poll(said, { timeout: 5000, interval: 200 }).toEqual([expect.stringMatching(/^ownership.yaml:3:\d+ services.main.own: .*Nothing is checked until then\.$/)]);
      write(root, "ownership.yaml", `${ownership}# mended ${round}\n`);
    }
    await expect.poll(said, { timeout: 5000, interval: 200 }).toEqual([finding]);
  });
});

/** A text with the one edit that the server asked for. */
function applied(text: string, request: unknown): string {
  const { edit } = request as { edit: { documentChanges: { edits: TextEdit[] }[] } };
  const [{ range, newText }] = edit.documentChanges[0]!.edits as [TextEdit];
  const lines = text.split("\n");
  expect(range.start).toEqual(range.end);
  lines[range.start.line] = newText + lines[range.start.line]!;
  return lines.join("\n");
}
