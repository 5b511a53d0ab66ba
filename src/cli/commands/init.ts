import path from "node:path";
import { collectAccesses } from "../../check/check-project.ts";
import { UserError } from "../../model/problem.ts";
import { inferOwnership, type InferredOwnership } from "../../ownership/infer/infer-ownership.ts";
import { ownershipText } from "../../ownership/infer/ownership-text.ts";
import { findOwnership } from "../../ownership/load-ownership.ts";
import { printable } from "../../report/printable.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { locateRoot } from "../locate-root.ts";
import { openWorkspace } from "../open-workspace.ts";
import type { InitOptions } from "../options.ts";
import { createProgress } from "../progress.ts";
import type { Streams } from "../streams.ts";
import { writeWholeFile } from "../write-whole-file.ts";

/** Writes an ownership.yaml inferred from the code. Throws a UserError where there is one, or where no code touches a table. */
export function init({ print, ...options }: InitOptions, streams: Streams): ExitCode {
  const root = options.root === undefined ? path.resolve(streams.cwd) : locateRoot(options.root, streams.cwd);
  const there = findOwnership(root);
  if (there !== undefined && !print) throw new UserError(`\`${printable(there)}\` is there already and stays as it is: \`cross-write-check init --print\` prints what would be written.`);
  const inferred = infer(root, options, streams);
  const text = ownershipText(inferred);
  if (print) {
    streams.stdout.write(text);
    return exitCodes.clean;
  }
  const file = path.join(root, "ownership.yaml");
  writeWholeFile(file, text);
  streams.stdout.write(describe(inferred, path.relative(streams.cwd, file)));
  return exitCodes.clean;
}

function infer(root: string, options: Pick<InitOptions, "cache" | "progress">, streams: Streams): InferredOwnership {
  const progress = createProgress(options.progress, streams);
  const workspace = openWorkspace({ ...options, paths: [root], ownership: undefined, root, errorsOnUnmatched: true }, streams, progress.update);
  const { project, input, kept } = workspace;
  const { accesses } = collectAccesses(input(false), kept(false));
  progress.end();
  const inferred = inferOwnership({ paths: project.paths, accesses: accesses.map(({ access }) => access), rootName: path.basename(root) || "main" });
  if (inferred.services.length === 0) throw new UserError(`No code in \`${printable(root)}\` creates or writes a table whose name can be told: \`cross-write-check accesses\` lists what was found.`);
  return inferred;
}

/** What was written, and what to look at. */
function describe({ services, libraries, ownerless }: InferredOwnership, file: string): string {
  const owned = services.flatMap(({ name, owns }) => owns.map((table) => ({ ...table, name })));
  const unsure = owned.filter((table) => table.unsure);
  return [
    `Wrote ${printable(file)}: ${count(services.length, "service")}, ${count(owned.length, "table")}.`,
    ...unsure.map(({ table, name, reason }) => `Unsure: \`${table}\` as ${name}'s, which ${reason}.`),
    ...libraries.map((folder) => `Of no service: ${folder === "" ? "files at the root" : folder}, which touches tables for others.`),
    ...(ownerless.length > 0 ? [`Of no owner: ${ownerless.map((table) => `\`${table}\``).join(", ")}.`] : []),
    "Go through it once, then run `cross-write-check`.",
  ]
    .map((line) => `${printable(line)}\n`)
    .join("");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
