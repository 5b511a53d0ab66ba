import { Command, CommanderError } from "commander";
import { UserError } from "../model/problem.ts";
import { accessReporters, reporters } from "../report/index.ts";
import { rules } from "../../rules/index.ts";
import { count, createOutputList, limit, oneOf, ruleSeverity } from "./option-values.ts";
import type { CheckOptions, FailLevel, ProjectOptions, Request } from "./options.ts";
import type { TextOutput } from "./streams.ts";
import { toolVersion } from "./tool-version.ts";

const EXAMPLES = `
Examples:
  cross-write-check                                  check the folder you are in
  cross-write-check services/clinic                  check one service; ownership.yaml is found above it
  cross-write-check --reporter json --reporter-file report.json --reporter text
  cross-write-check --rule no-unresolved-write=warning --max-warnings 0
  cross-write-check accesses --reporter json .       every table access; needs no ownership.yaml
  cross-write-check explain use-owner-api

The flags of a command: cross-write-check check --help
Exit codes: 0 nothing at or above the fail level, 1 findings, 2 could not run.`;

/** Reads a command line. Prints help or the version to `stdout` where that was asked for; throws a UserError on wrong words. */
export function readArguments(argv: readonly string[], stdout: TextOutput): Request {
  let request: Request = { kind: "answered" };
  const program = createProgram(stdout, (asked) => {
    request = asked;
  });
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UserError(error.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " "));
  }
  return request;
}

/** The command line as commander knows it; `ask` gets what was asked for. */
export function createProgram(stdout: TextOutput, ask: (request: Request) => void): Command {
  const program = new Command("cross-write-check")
    .description("Finds every statement that writes a database table and says which writes belong to another service, and what to call instead.")
    .version(toolVersion, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", EXAMPLES)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), outputError: () => undefined });
  addCheck(program, ask);
  addAccesses(program, ask);
  program
    .command("explain")
    .description("print what a rule forbids, why, and what to do instead; without a rule, list the rules")
    .argument("[rule]", "id or code, as in use-owner-api or CW001")
    .action((rule: string | undefined) => ask({ kind: "explain", rule }));
  return program;
}

function addCheck(program: Command, ask: (request: Request) => void): void {
  const command = program.command("check", { isDefault: true }).description("check who writes which table (the default command)");
  const projectOptions = addProjectOptions(command, reporters.map(({ name }) => name));
  const metas = rules.map(({ meta }) => meta);
  command
    .option("--preset <name>", "recommended or strict", oneOf(["recommended", "strict"]), "recommended")
    .option("--rule <id=severity>", "set a rule to error, warning or off; repeatable", ruleSeverity(metas))
    .option("--fail-level <level>", "exit 1 from this severity on: error, warning or never", oneOf<FailLevel>(["error", "warning", "never"]), "error")
    .option("--max-warnings <n>", "exit 1 when there are more warnings", count)
    .option("--quiet", "report errors only")
    .option("--statistics", "count findings by rule and service")
    .action((paths: string[], flags: CheckFlags) =>
      ask({
        kind: "check",
        options: {
          ...projectOptions(paths, flags),
          preset: flags.preset,
          severities: flags.rule ?? new Map(),
          failLevel: flags.failLevel,
          maxWarnings: flags.maxWarnings ?? Infinity,
          quiet: flags.quiet ?? false,
          statistics: flags.statistics ?? false,
        },
      }),
    );
}

function addAccesses(program: Command, ask: (request: Request) => void): void {
  const command = program.command("accesses").description("list every table access found, own ones too; works without ownership.yaml");
  const projectOptions = addProjectOptions(command, accessReporters.map(({ name }) => name));
  command.action((paths: string[], flags: ProjectFlags) => ask({ kind: "accesses", options: projectOptions(paths, flags) }));
}

interface ProjectFlags {
  readonly ownership?: string;
  readonly root?: string;
  readonly maxDiagnostics: number;
  readonly color?: boolean;
  readonly progress: boolean;
  readonly errorsOnUnmatched: boolean;
}

interface CheckFlags extends ProjectFlags {
  readonly preset: CheckOptions["preset"];
  readonly rule?: CheckOptions["severities"];
  readonly failLevel: FailLevel;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly statistics?: boolean;
}

/** Adds the flags of every command that reads a project; the function returned makes options of what commander read. */
function addProjectOptions(command: Command, reporterNames: readonly string[]): (paths: readonly string[], flags: ProjectFlags) => ProjectOptions {
  const list = createOutputList(reporterNames);
  command
    .argument("[paths...]", "files and folders to check; default: the folder you are in")
    .option("--ownership <file>", "ownership.yaml; default: found from the checked folder upwards")
    .option("--root <dir>", "what paths are relative to; default: the folder of ownership.yaml")
    .option("--reporter <name>", `${reporterNames.join(", ")}; repeatable; default: ${reporterNames[0]}`, list.addReporter)
    .option("--reporter-file <path>", "where the report of the reporter before it goes; default: stdout", list.setFile)
    .option("--max-diagnostics <n>", "print at most so many, or none for no limit; the exit code is the same", limit, Infinity)
    .option("--color", "use colours, whatever the terminal and the environment say")
    .option("--no-color", "use no colours")
    .option("--no-progress", "show no progress in long runs on a terminal")
    .option("--no-errors-on-unmatched", "exit 0 when the paths hold no file to check");
  return (paths, flags) => ({
    paths,
    ownership: flags.ownership,
    root: flags.root,
    outputs: list.outputs(),
    maxDiagnostics: flags.maxDiagnostics,
    color: flags.color,
    progress: flags.progress,
    errorsOnUnmatched: flags.errorsOnUnmatched,
  });
}
