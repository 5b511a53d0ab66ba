import { UserError } from "../model/problem.ts";
import { printable } from "../report/printable.ts";
import { accesses } from "./commands/accesses.ts";
import { audit } from "./commands/audit.ts";
import { baseline } from "./commands/baseline.ts";
import { check } from "./commands/check.ts";
import { explain } from "./commands/explain.ts";
import { init } from "./commands/init.ts";
import { installHook } from "./commands/install-hook.ts";
import { who } from "./commands/who.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { readArguments } from "./read-arguments.ts";
import type { Streams } from "./streams.ts";
import { toolVersion } from "./tool-version.ts";

/** Runs the command with the words behind its name. Never throws: mistakes of users and bugs of ours are told on stderr. */
export function run(argv: readonly string[], streams: Streams): ExitCode {
  try {
    return obey(argv, streams);
  } catch (error) {
    streams.stderr.write(error instanceof UserError ? `cross-write-check: ${error.message}\n` : describeBug(error));
    return exitCodes.couldNotRun;
  }
}

function obey(argv: readonly string[], streams: Streams): ExitCode {
  const request = readArguments(argv, streams.stdout);
  switch (request.kind) {
    case "check":
      return check(request.options, streams);
    case "audit":
      return audit(request.options, streams);
    case "accesses":
      return accesses(request.options, streams);
    case "who":
      return who(request.options, streams);
    case "baseline":
      return baseline(request.options, streams);
    case "explain":
      return explain(request.rule, streams);
    case "init":
      return init(request.options, streams);
    case "install-hook":
      return installHook(streams);
    case "answered":
      return exitCodes.clean;
  }
}

function describeBug(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : printable(String(error));
  return `${stack}

This is a bug in cross-write-check ${toolVersion} (Node ${process.version}, ${process.platform}), not in your code.
Please report it to its maintainers with the lines above and, if you can, the file that it stumbled over.
`;
}
