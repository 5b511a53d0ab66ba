import { readFileSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import process from "node:process";
import v8 from "node:v8";
import vm from "node:vm";
import { buildId } from "../cache/build-id.ts";
import { openCodeCache } from "../cache/code-cache.ts";
import { systemCacheFolder } from "../cache/system-cache-folder.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Streams } from "./streams.ts";

type Run = (argv: readonly string[], streams: Streams) => ExitCode;

/** What newer versions of Node have. */
interface CompileCache {
  enableCompileCache?(folder: string): unknown;
}

/**
 * Runs the bundled command, `cli.cjs` beside this file, with what the engine compiled of it in an earlier run: compiling takes as long as Node's
 * own start. Node keeps that by itself from version 22.1 on (https://nodejs.org/api/module.html#module-compile-cache); NODE_DISABLE_COMPILE_CACHE
 * turns it off for both.
 */
export function start(argv: readonly string[], streams: Streams): ExitCode {
  v8.setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  v8.setFlagsFromString(`--interrupt-budget=${OPTIMISED_AFTER}`);
  const bundle = path.join(import.meta.dirname, "cli.cjs");
  if (streams.env["NODE_DISABLE_COMPILE_CACHE"] || buildId === undefined) return load(bundle)(argv, streams);
  const { enableCompileCache } = module as CompileCache;
  if (!enableCompileCache) return runKept(bundle, buildId, argv, streams);
  enableCompileCache(path.join(systemCacheFolder(), "node"));
  return load(bundle)(argv, streams);
}

/** By how much of itself, in percent, the heap may grow until garbage is collected: left to itself it doubles, for one part in ten of time. */
const HEAP_GROWTH = 15;

/** How much of its code, in bytes, a function runs until the engine optimises it: fifteen times as much as of itself. Most runs end before they have won back what optimising costs. */
const OPTIMISED_AFTER = 1_000_000;

function load(bundle: string): Run {
  const { run } = module.createRequire(bundle)(bundle) as { readonly run: Run };
  return run;
}

/** A run that is shorter, in milliseconds, compiles too little to be worth keeping. */
const SHORTEST_KEPT = 50;

/** Functions are compiled when they are first called: what is kept is what a run called. */
function runKept(bundle: string, build: string, argv: readonly string[], streams: Streams): ExitCode {
  const cache = openCodeCache({ folder: systemCacheFolder(), build, engine: `${process.version}-${process.arch}` });
  const cachedData = cache.load();
  const script = new vm.Script(module.wrap(readFileSync(bundle, "utf8")), { filename: bundle, ...(cachedData && { cachedData }) });
  const began = performance.now();
  const exitCode = evaluate(script, bundle)(argv, streams);
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  if (!isKept && performance.now() - began > SHORTEST_KEPT) cache.save(script.createCachedData());
  return exitCode;
}

/** As Node loads a CommonJS module: https://nodejs.org/api/modules.html#the-module-wrapper. */
function evaluate(script: vm.Script, bundle: string): Run {
  const loaded: { exports: { run?: Run } } = { exports: {} };
  const wrapped = script.runInThisContext() as (...names: readonly unknown[]) => void;
  wrapped.call(loaded.exports, loaded.exports, module.createRequire(bundle), loaded, bundle, path.dirname(bundle));
  return loaded.exports.run!;
}
