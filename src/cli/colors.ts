import type { Streams } from "./streams.ts";

/**
 * Whether the report on stdout is coloured: the flag, then FORCE_COLOR and NO_COLOR (https://no-color.org), then the terminal.
 * FORCE_COLOR counts before NO_COLOR, as in Node and chalk; `0` and `false` in it mean no colours.
 */
export function wantsColors(flag: boolean | undefined, { env, stdout }: Streams): boolean {
  if (flag !== undefined) return flag;
  if (env["FORCE_COLOR"] !== undefined) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  return stdout.isTTY === true && env["TERM"] !== "dumb";
}
