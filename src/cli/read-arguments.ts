import { Command, CommanderError, Option } from "commander";
import { UserError } from "../model/problem.ts";
import { accessReporters, auditReporters, reporters, usageReporters } from "../report/index.ts";
import { addJudgeFlags, addProjectFlags, addReportFlags, addSelectionFlags, type JudgeFlags, type ProjectFlags, type ReportFlags, type SelectionFlags } from "./flags.ts";
import { count, oneOf } from "./option-values.ts";
import type { FailLevel, Request } from "./options.ts";
import type { TextOutput } from "./streams.ts";
import { toolVersion } from "./tool-version.ts";

const EXAMPLES = `
Examples:
  cross-write-check                                  check the folder you are in
  cross-write-check services/clinic                  check one service; ownership.yaml is found above it
  cross-write-check --staged                         check what is about to be committed
  cross-write-check --since origin/main --reporter github
  cross-write-check --reporter json --reporter-file report.json --reporter text
  cross-write-check --rule no-unresolved-write=warning --max-warnings 0
  cross-write-check baseline                         let today's findings pass, fail on new ones only
  cross-write-check audit --reporter html --reporter-file audit.html
  cross-write-check accesses --reporter json .       every table access; needs no ownership.yaml
  cross-write-check who users                        whose a table is, who writes and who reads it
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

type Ask = (request: Request) => void;

/** The command line as commander knows it; `ask` gets what was asked for. */
export function createProgram(stdout: TextOutput, ask: Ask): Command {
  const program = new Command("cross-write-check")
    .description("Finds every statement that writes a database table and says which writes belong to another service, and what to call instead.")
    .version(toolVersion, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", EXAMPLES)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), outputError: () => undefined });
  addCheck(program, ask);
  addAudit(program, ask);
  addAccesses(program, ask);
  addWho(program, ask);
  addBaseline(program, ask);
  addExplain(program, ask);
  addInit(program, ask);
  return program;
}

interface CheckFlags extends ProjectFlags, ReportFlags, JudgeFlags, SelectionFlags {
  readonly failLevel: FailLevel;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly statistics?: boolean;
}

function addCheck(program: Command, ask: Ask): void {
  const command = program.command("check", { isDefault: true }).description("check who writes which table (the default command)");
  const projectOptions = addProjectFlags(command);
  const selection = addSelectionFlags(command);
  const judgeOptions = addJudgeFlags(command);
  const reportOptions = addReportFlags(command, reporters.map(({ name }) => name));
  command
    .option("--no-baseline", "report the known findings too")
    .option("--fail-level <level>", "exit 1 from this severity on: error, warning or never", oneOf<FailLevel>(["error", "warning", "never"]), "error")
    .option("--max-warnings <n>", "exit 1 when there are more warnings", count)
    .option("--quiet", "report errors only")
    .option("--statistics", "count findings by rule and service")
    .action((paths: string[], flags: CheckFlags) =>
      ask({
        kind: "check",
        options: {
          ...projectOptions(paths, flags),
          ...judgeOptions(flags),
          ...reportOptions(flags),
          selection: selection(paths, flags),
          failLevel: flags.failLevel,
          maxWarnings: flags.maxWarnings ?? Infinity,
          quiet: flags.quiet ?? false,
          statistics: flags.statistics ?? false,
        },
      }),
    );
}

const AUDIT_EXAMPLES = `
Examples:
  cross-write-check audit                            who touches which table, and what can be done about it today
  cross-write-check audit services/clinic            what one service does
  cross-write-check audit --reporter html --reporter-file audit.html
  cross-write-check audit --reporter csv > audit.csv

It tells and does not judge: the exit code is 0 whatever it finds.`;

function addAudit(program: Command, ask: Ask): void {
  const command = program.command("audit").description("the one-off report: services and tables, hot spots, what can move to an API today, what was not resolved").addHelpText("after", AUDIT_EXAMPLES);
  const projectOptions = addProjectFlags(command);
  const reportOptions = addReportFlags(command, auditReporters.map(({ name }) => name));
  command.action((paths: string[], flags: ProjectFlags & ReportFlags) => ask({ kind: "audit", options: { ...projectOptions(paths, flags), ...reportOptions(flags) } }));
}

function addAccesses(program: Command, ask: Ask): void {
  const command = program.command("accesses").description("list every table access found, own ones too; works without ownership.yaml");
  const projectOptions = addProjectFlags(command);
  const reportOptions = addReportFlags(command, accessReporters.map(({ name }) => name));
  command.action((paths: string[], flags: ProjectFlags & ReportFlags) => ask({ kind: "accesses", options: { ...projectOptions(paths, flags), ...reportOptions(flags) } }));
}

const WHO_EXAMPLES = `
Examples:
  cross-write-check who users                        the owner, what to call, and every place that touches it
  cross-write-check who auth.users services/clinic   the table of one schema, in one service's code
  cross-write-check who users --reporter json`;

function addWho(program: Command, ask: Ask): void {
  const command = program
    .command("who")
    .description("tell whose a table is, who writes and who reads it, with places; works without ownership.yaml")
    .argument("<table>", "as SQL names it, with or without a schema")
    .addHelpText("after", WHO_EXAMPLES);
  const projectOptions = addProjectFlags(command);
  const reportOptions = addReportFlags(command, usageReporters.map(({ name }) => name));
  command.action((table: string, paths: string[], flags: ProjectFlags & ReportFlags) => ask({ kind: "who", options: { ...projectOptions(paths, flags), ...reportOptions(flags), table } }));
}

interface BaselineFlags extends ProjectFlags, JudgeFlags {
  readonly prune?: boolean;
  readonly check?: boolean;
}

function addBaseline(program: Command, ask: Ask): void {
  const command = program.command("baseline").description("write, prune or check the list of known findings, which do not fail a check");
  const projectOptions = addProjectFlags(command);
  const judgeOptions = addJudgeFlags(command);
  command
    .addOption(new Option("--prune", "drop the findings that are gone, add none").conflicts("check"))
    .option("--check", "write nothing; exit 1 when the list is not what is there")
    .action((paths: string[], flags: BaselineFlags) => {
      const action = flags.prune ? "prune" : flags.check ? "check" : "write";
      ask({ kind: "baseline", options: { ...projectOptions(paths, flags), ...judgeOptions(flags), action } });
    });
}

function addExplain(program: Command, ask: Ask): void {
  program
    .command("explain")
    .description("print what a rule forbids, why, and what to do instead; without a rule, list the rules")
    .argument("[rule]", "id or code, as in use-owner-api or CW001")
    .action((rule: string | undefined) => ask({ kind: "explain", rule }));
}

const INIT_EXAMPLES = `
Examples:
  cross-write-check init            write an ownership.yaml into this folder, and say what it is unsure of
  cross-write-check init --print    print it instead
  cross-write-check init --hook     check every commit before it is made`;

interface InitFlags {
  readonly hook?: boolean;
  readonly print?: boolean;
  readonly root?: string;
  readonly cache: boolean;
  readonly progress: boolean;
}

function addInit(program: Command, ask: Ask): void {
  program
    .command("init")
    .description("write an ownership.yaml inferred from the code: services from the folders, owners from who creates and who mostly writes each table")
    .addOption(new Option("--hook", "install a git hook instead, which checks what is about to be committed").conflicts("print"))
    .option("--print", "print what would be written to ownership.yaml")
    .option("--root <dir>", "the folder to read and to write to; the working folder by default")
    .option("--no-cache", "read every file anew, and keep nothing for the next run")
    .option("--no-progress", "show no progress in long runs on a terminal")
    .addHelpText("after", INIT_EXAMPLES)
    .action(({ hook, print = false, root, cache, progress }: InitFlags) => ask(hook ? { kind: "install-hook" } : { kind: "init", options: { root, print, cache, progress } }));
}
