import { json as accessesJson } from "./accesses/json.ts";
import { text as accessesText } from "./accesses/text.ts";
import { concise } from "./findings/concise.ts";
import { json } from "./findings/json.ts";
import { text } from "./findings/text.ts";
import type { AccessReporter, Reporter } from "./reporter.ts";

/** How findings can be printed; the first is the default. */
export const reporters: readonly Reporter[] = [text, concise, json];

/** How the inventory of accesses can be printed; the first is the default. */
export const accessReporters: readonly AccessReporter[] = [accessesText, accessesJson];
