import packageJson from "../../package.json" with { type: "json" };

/** The version in package.json: `0.1.0`. */
export const toolVersion: string = packageJson.version;
