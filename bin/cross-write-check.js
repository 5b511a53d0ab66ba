#!/usr/bin/env node
import process from "node:process";

const COULD_NOT_RUN = 2;

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    // The reader of the pipe has gone (`| head`): nobody is left to tell.
    if (error.code !== "EPIPE") throw error;
  });
}

try {
  const { start } = await import("../dist/start.js");
  process.exitCode = start(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
  });
} catch (error) {
  process.stderr.write(`cross-write-check could not be started: ${error.message}\nInstall it anew, or in a clone of its repository run \`npm run build\`.\n`);
  process.exitCode = COULD_NOT_RUN;
}
