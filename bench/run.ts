/** `npm run bench [-- NAME ARGUMENTS]`: each name is a module of this folder that exports `run`. */
const names = ["check", "sql", "read"] as const;

interface Bench {
  readonly run: (args: readonly string[]) => void | Promise<void>;
}

const [name = "check", ...args] = process.argv.slice(2);
const known = names.find((each) => each === name);
if (known === undefined) {
  console.error(`There is no bench \`${name}\`: name one of ${names.join(", ")}.`);
  process.exitCode = 2;
} else {
  const bench = (await import(`./${known}.ts`)) as Bench;
  await bench.run(args);
}
