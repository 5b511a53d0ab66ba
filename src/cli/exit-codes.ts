/** What the command tells its caller; part of its interface. */
export const exitCodes = {
  /** Nothing at or above the fail level. */
  clean: 0,
  /** Findings at or above the fail level, or more warnings than allowed. */
  findings: 1,
  /** Bad arguments, bad configuration, or a bug of ours. */
  couldNotRun: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
