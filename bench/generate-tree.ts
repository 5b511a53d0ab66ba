import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { goModule, goSource, goTables } from "./tree/go-source.ts";
import { createRandom } from "./tree/random.ts";
import type { Random } from "./tree/random.ts";
import { ownershipFile, services } from "./tree/services.ts";
import type { GeneratedService } from "./tree/services.ts";
import { migration } from "./tree/statements.ts";
import { typescriptFormat, typescriptSource, typescriptTables } from "./tree/typescript-source.ts";

export interface Tree {
  readonly root: string;
  readonly files: number;
  readonly bytes: number;
}

export interface TreeOptions {
  readonly files: number;
  readonly seed: number;
}

const MEAN_BYTES = 10_000;
const QUERYING_SHARE = 0.13;
const MIGRATION_SHARE = 0.02;
const FILES_PER_FOLDER = 12;
const DONE = ".complete.json";

/**
 * A tree of services in Go and TypeScript with migrations and an ownership.yaml, in a temporary folder: the same for the same options.
 * One that is there already, made by the same generator, is used again.
 */
export function generateTree(options: TreeOptions): Tree {
  const root = path.join(tmpdir(), "cross-write-check-bench", `${options.files}-files-${options.seed}-${generatorVersion()}`);
  const done = path.join(root, DONE);
  if (existsSync(done)) return JSON.parse(readFileSync(done, "utf8")) as Tree;

  rmSync(root, { recursive: true, force: true });
  let files = 0;
  let bytes = 0;
  for (const [file, text] of treeFiles(options)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    files++;
    bytes += Buffer.byteLength(text);
  }
  const tree: Tree = { root, files, bytes };
  writeFileSync(done, JSON.stringify(tree));
  return tree;
}

function* treeFiles({ files, seed }: TreeOptions): Generator<readonly [path: string, text: string]> {
  const random = createRandom(seed);
  yield ["ownership.yaml", ownershipFile()];
  yield ["go.mod", goModule()];
  for (const service of services) yield* fixedFiles(service);
  for (let i = 0; i < files; i++) yield sourceFile(random, services[i % services.length]!, Math.floor(i / services.length));
}

function* fixedFiles(service: GeneratedService): Generator<readonly [path: string, text: string]> {
  const folder = `services/${service.name}`;
  if (service.language === "go") {
    yield [`${folder}/tables/tables.go`, goTables(service)];
  } else {
    yield [`${folder}/package.json`, `{ "name": "@petclinic/${service.name}", "dependencies": { "pg": "^8.16.0", "zod": "^4.0.0" } }\n`];
    yield [`${folder}/tsconfig.json`, '{ "compilerOptions": { "strict": true } }\n'];
    yield [`${folder}/src/lib/tables.ts`, typescriptTables(service)];
    yield [`${folder}/src/lib/format.ts`, typescriptFormat()];
  }
}

/** Sizes are spread as in real repositories: many small files, a few large ones. */
function sourceFile(random: Random, service: GeneratedService, index: number): readonly [path: string, text: string] {
  const size = Math.max(400, Math.round(-Math.log(1 - random.next()) * MEAN_BYTES));
  const folder = `services/${service.name}`;
  if (random.chance(MIGRATION_SHARE)) return [`${folder}/migrations/${String(index).padStart(5, "0")}.sql`, migration(random, service, size)];
  const queries = random.chance(QUERYING_SHARE);
  const name = `part${Math.floor(index / FILES_PER_FOLDER)}`;
  return service.language === "go"
    ? [`${folder}/${name}/file${index}.go`, goSource(random, service, name, size, queries)]
    : [`${folder}/src/${name}/file${index}.tsx`, typescriptSource(random, service, size, queries)];
}

function generatorVersion(): string {
  const hash = createHash("sha256").update(readFileSync(import.meta.filename));
  const folder = path.join(import.meta.dirname, "tree");
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, name)));
  return hash.digest("hex").slice(0, 12);
}
