/** `npm run bench [-- [NAME] ARGUMENTS]`: each name is a module of this folder that exports `run`; without a name it is `check`. */
const names = ["check", "staged", "eslint", "sql", "read"] as const;

interface Bench {
  readonly run: (args: readonly string[]) => void | Promise<void>;
}

const given = process.argv.slice(2);
const [name, args] = given[0] === undefined || given[0].startsWith("-") ? ["check", given] : [given[0], given.slice(1)];
const known = names.find((each) => each === name);
if (known === undefined) {
  console.error(`There is no bench \`${name}\`: name one of ${names.join(", ")}.`);
  process.exitCode = 2;
} else {
  const bench = (await import(`./${known}.ts`)) as Bench;
  await bench.run(args);
}
