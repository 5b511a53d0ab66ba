import type { SourceModel } from "../model/source-model.ts";
import type { Call } from "../model/syntax.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { ExternalValue } from "../evaluate/value.ts";

/** Functions whose text a person reads: logs, errors, tests. By language, module and name; `*` covers a module. */
const MESSAGE_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  go: ["fmt.Errorf", "fmt.Print", "fmt.Println", "fmt.Printf", "fmt.Fprint", "fmt.Fprintln", "errors.*", "log.*", "log/slog.*", "github.com/pkg/errors.*", "github.com/rs/zerolog/log.*", "github.com/sirupsen/logrus.*", "go.uber.org/zap.*", "panic"],
  typescript: ["console.*", "Error", "TypeError", "RangeError", "AggregateError", "describe", "it", "test"],
};

/** Functions that compare a text with another or search for it: assertions of tests, patterns. */
const COMPARING_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  go: ["github.com/stretchr/testify/assert.*", "github.com/stretchr/testify/require.*", "gotest.tools/v3/assert.*", "strings.Contains", "strings.HasPrefix", "regexp.QuoteMeta", "regexp.MustCompile", "regexp.Compile"],
  typescript: ["assert.*", "assert/strict.*", "node:assert.*", "node:assert/strict.*", "RegExp"],
};

/** Methods that only matchers have (jestjs.io/docs/expect), and databases that are made up for tests (pkg.go.dev/github.com/DATA-DOG/go-sqlmock). */
const COMPARING_METHODS = new Set(
  ["ExpectExec", "ExpectQuery", "ExpectPrepare"].concat(
    ["toBe", "toEqual", "toStrictEqual", "toContain", "toContainEqual", "toMatch", "toMatchObject", "toMatchInlineSnapshot", "toHaveBeenCalledWith", "toHaveBeenLastCalledWith", "toHaveBeenNthCalledWith"],
  ),
);

/** Methods that only loggers, errors and tests have, whatever the receiver. */
const MESSAGE_METHODS = new Set(
  ["Errorf", "Infof", "Debugf", "Warnf", "Warningf", "Fatalf", "Panicf", "Tracef", "Logf", "Skipf", "Errorw", "Infow", "Debugw", "Warnw", "Fatal", "Msg", "Msgf", "Wrap", "Wrapf"].concat(
    ["debug", "info", "warn", "warning", "error", "trace", "fatal", "log"],
  ),
);

/** Functions of modules that are named after what they do: `clog.Error(…)` of `unknwon.dev/clog/v2`. */
const LOGGING_MODULE = /(?:^|\/)[\w.-]*log(?:ger|ging)?(?:\/v\d+)?$/i;
const LEVELS: ReadonlySet<string> = new Set(["Error", "Warn", "Warning", "Info", "Debug", "Trace", "Fatal", "Panic", "Critical", "Print", "Printf", "Println"]);

/** Whether the arguments of a call are words for people, which are no statements. */
export function saysMessage(call: Call, model: SourceModel, evaluator: Evaluator): boolean {
  const { callee } = call;
  if (callee.kind === "member" && MESSAGE_METHODS.has(callee.name)) return true;
  return externalsCalled(call, model, evaluator).some((value) => {
    if (LOGGING_MODULE.test(value.module) && LEVELS.has(value.path.at(-1) ?? "")) return true;
    return isAmong(value, MESSAGE_FUNCTIONS[model.file.language]) || (call.construct && /(?:Error|Exception)$/.test(nameOf(value)));
  });
}

/** Whether a text among the arguments of a call is compared with another, and runs nowhere. */
export function comparesText(call: Call, model: SourceModel, evaluator: Evaluator): boolean {
  const { callee } = call;
  if (callee.kind === "member" && COMPARING_METHODS.has(callee.name)) return true;
  return externalsCalled(call, model, evaluator).some((value) => isAmong(value, COMPARING_FUNCTIONS[model.file.language]));
}

function externalsCalled({ callee }: Call, model: SourceModel, evaluator: Evaluator): readonly ExternalValue[] {
  if (callee.kind !== "name" && callee.kind !== "member") return [];
  return evaluator.valuesOf(callee, { model, frame: undefined }).filter((value) => value.kind === "external");
}

function isAmong(value: ExternalValue, names: readonly string[] = []): boolean {
  const module = value.module === "" ? value.path[0] : value.module;
  return names.includes(nameOf(value)) || names.includes(`${module}.*`);
}

function nameOf({ module, path }: ExternalValue): string {
  return [...(module === "" ? [] : [module]), ...path].join(".");
}
