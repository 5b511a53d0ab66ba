import { Chalk, type ChalkInstance } from "chalk";

/** Colours by meaning; each returns its text unchanged where colours are off. */
export interface Paint {
  readonly path: ChalkInstance;
  readonly error: ChalkInstance;
  readonly warning: ChalkInstance;
  readonly help: ChalkInstance;
  readonly faint: ChalkInstance;
  readonly strong: ChalkInstance;
}

export function createPaint(colors: boolean): Paint {
  const chalk = new Chalk({ level: colors ? 1 : 0 });
  return { path: chalk.underline, error: chalk.red, warning: chalk.yellow, help: chalk.green, faint: chalk.dim, strong: chalk.bold };
}
