import { expect, it } from "vitest";
import { wantsColors } from "../../src/cli/colors.ts";
import { recordStreams } from "./recorded-streams.ts";

it.each([
  { title: "a terminal", isTTY: true, colors: true },
  { title: "a pipe", isTTY: false, colors: false },
  { title: "NO_COLOR", isTTY: true, env: { NO_COLOR: "1" }, colors: false },
  { title: "an empty NO_COLOR", isTTY: true, env: { NO_COLOR: "" }, colors: true },
  { title: "FORCE_COLOR", isTTY: false, env: { FORCE_COLOR: "1" }, colors: true },
  { title: "FORCE_COLOR=0", isTTY: true, env: { FORCE_COLOR: "0" }, colors: false },
  { title: "FORCE_COLOR before NO_COLOR", isTTY: false, env: { FORCE_COLOR: "1", NO_COLOR: "1" }, colors: true },
  { title: "a dumb terminal", isTTY: true, env: { TERM: "dumb" }, colors: false },
  { title: "--color before everything", flag: true, isTTY: false, env: { NO_COLOR: "1" }, colors: true },
  { title: "--no-color before everything", flag: false, isTTY: true, env: { FORCE_COLOR: "1" }, colors: false },
])("$title: colours $colors", ({ flag, isTTY, env = {}, colors }) => {
  expect(wantsColors(flag, recordStreams({ isTTY, env }).streams)).toBe(colors);
});
