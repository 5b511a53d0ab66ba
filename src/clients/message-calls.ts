import type { SourceModel } from "../model/source-model.ts";
import type { Call } from "../model/syntax.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";

/** Functions whose text a person reads: logs, errors, tests. By language, module and name; `*` covers a module. */
const MESSAGE_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  go: ["fmt.Errorf", "fmt.Print", "fmt.Println", "fmt.Printf", "fmt.Fprint", "fmt.Fprintln", "errors.*", "log.*", "log/slog.*", "github.com/pkg/errors.*", "github.com/rs/zerolog/log.*", "github.com/sirupsen/logrus.*", "go.uber.org/zap.*", "panic"],
  typescript: ["console.*", "Error", "TypeError", "RangeError", "AggregateError", "describe", "it", "test"],
};

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
  if (callee.kind !== "name" && callee.kind !== "member") return false;
  const names = MESSAGE_FUNCTIONS[model.file.language];
  if (!names) return false;
  return evaluator.valuesOf(callee, { model, frame: undefined }).some((value) => {
    if (value.kind !== "external") return false;
    if (LOGGING_MODULE.test(value.module) && LEVELS.has(value.path.at(-1) ?? "")) return true;
    const name = [...(value.module === "" ? [] : [value.module]), ...value.path].join(".");
    const module = value.module === "" ? value.path[0] : value.module;
    return names.includes(name) || names.includes(`${module}.*`) || (call.construct && /(?:Error|Exception)$/.test(name));
  });
}
