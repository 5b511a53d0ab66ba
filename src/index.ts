/** The ESLint plugin. */
import packageJson from "../package.json" with { type: "json" };
import { rules } from "../rules/index.ts";
import { createPlugin } from "./eslint/plugin.ts";

export default createPlugin(rules, packageJson.version);
