/** What a run may touch of the process it runs in. */
export interface Streams {
  /** The report alone goes here. */
  readonly stdout: TextOutput;
  /** Mistakes, progress and hints. */
  readonly stderr: TextOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Where facts are kept for later runs, where that is not to be the system's folder for it. */
  readonly cacheFolder?: string;
  /** What time it is, where that is not to be the computer's. */
  readonly now?: () => Date;
}

export interface TextOutput {
  write(text: string): unknown;
  /** Somebody is looking: a terminal. */
  readonly isTTY?: boolean | undefined;
}
