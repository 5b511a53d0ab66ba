#!/usr/bin/env node
import module from "node:module";
import process from "node:process";

module.enableCompileCache?.();
const { run } = await import("../dist/cli.js");

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    // The reader of the pipe has gone (`| head`): nobody is left to tell.
    if (error.code !== "EPIPE") throw error;
  });
}
process.exitCode = run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
});
