import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { packageFolder } from "./workspace.ts";

export interface Diagnostic {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: string;
  readonly code?: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface TextEdit {
  readonly range: Diagnostic["range"];
  readonly newText: string;
}

export interface CodeAction {
  readonly title: string;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The ESLint server that editors run, spoken to as an editor does. Asks for diagnostics itself, as the protocol has it since 3.17. */
export function startServer(root: string) {
  const server = spawn(process.execPath, [path.join(packageFolder, "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server"), "--stdio"], { cwd: root });
  const waiting = new Map<number, (result: unknown) => void>();
  const edits: unknown[] = [];
  let buffered = Buffer.alloc(0);
  let lastId = 0;

  server.stdout.on("data", (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let message = takeMessage(); message !== undefined; message = takeMessage()) receive(message);
  });

  function takeMessage(): Message | undefined {
    const header = /^Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(buffered.toString("latin1"));
    if (!header) return undefined;
    const end = header[0].length + Number(header[1]);
    if (buffered.length < end) return undefined;
    const body = buffered.subarray(header[0].length, end).toString("utf8");
    buffered = buffered.subarray(end);
    return JSON.parse(body) as Message;
  }

  function receive({ id, method, params, result }: Message): void {
    if (method === undefined && id !== undefined) waiting.get(id)?.(result);
    else if (id !== undefined) send({ id, result: answer(method!, params) });
  }

  /** What the server asks of an editor. */
  function answer(method: string, params: unknown): unknown {
    if (method === "workspace/configuration") return (params as { items: unknown[] }).items.map(() => settings(root));
    if (method === "workspace/applyEdit") edits.push(params);
    return method === "workspace/applyEdit" ? { applied: true } : null;
  }

  function send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  function request(method: string, params: unknown): Promise<unknown> {
    const id = ++lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send({ id, method, params });
    });
  }

  return {
    request,
    notify: (method: string, params: unknown) => send({ method, params }),
    /** Every edit that the server asked for. */
    edits,
    stop: () => server.kill(),
  };
}

export function uriOf(root: string, file: string): string {
  return pathToFileURL(path.join(root, file)).href;
}

/** What VS Code's extension sends for `eslint.validate` with the file's language. */
function settings(root: string): object {
  return {
    validate: "on",
    packageManager: "npm",
    useESLintClass: true,
    useFlatConfig: true,
    experimental: { useFlatConfig: false },
    codeAction: { disableRuleComment: { enable: true, location: "separateLine" }, showDocumentation: { enable: true } },
    codeActionOnSave: { mode: "all" },
    format: false,
    quiet: false,
    onIgnoredFiles: "off",
    options: {},
    rulesCustomizations: [],
    run: "onType",
    problems: { shortenToSingleLine: false },
    nodePath: null,
    workingDirectory: { directory: root },
    workspaceFolder: { name: "workspace", uri: pathToFileURL(root).href },
  };
}
