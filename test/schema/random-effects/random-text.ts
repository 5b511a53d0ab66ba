import fc from "fast-check";

/** Text made of random parts: strings stand for themselves. */
export function text(strings: TemplateStringsArray, ...parts: readonly (fc.Arbitrary<string> | string)[]): fc.Arbitrary<string> {
  const arbitraries = parts.map((part) => (typeof part === "string" ? fc.constant(part) : part));
  return fc.tuple(...arbitraries).map((values) => strings.map((each, index) => `${each}${values[index] ?? ""}`).join("").replace(/[ ]+/g, " ").trim());
}

/** One of some texts; the first is what a failing case shrinks to. */
export function oneOf(...choices: readonly (fc.Arbitrary<string> | string)[]): fc.Arbitrary<string> {
  return fc.oneof({ withCrossShrink: true }, ...choices.map((choice) => (typeof choice === "string" ? fc.constant(choice) : choice)));
}

/** A part that is there in one case of so many. */
export function sometimes(cases: number, part: fc.Arbitrary<string> | string): fc.Arbitrary<string> {
  return fc.oneof({ arbitrary: fc.constant(""), weight: cases - 1 }, { arbitrary: typeof part === "string" ? fc.constant(part) : part, weight: 1 });
}

/** Several, one after the other. */
export function several(part: fc.Arbitrary<string>, fewest: number, most: number, between: string): fc.Arbitrary<string> {
  return fc.array(part, { minLength: fewest, maxLength: most }).map((parts) => parts.join(between));
}
