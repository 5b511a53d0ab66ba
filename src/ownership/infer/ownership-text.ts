import { stringify } from "yaml";
import type { InferredOwnership, InferredTable } from "./infer-ownership.ts";

/** The text of an ownership.yaml that says what was inferred, and behind each line why. */
export function ownershipText({ dialect, services, libraries, ownerless }: InferredOwnership): string {
  const lines = [
    "# yaml-language-server: $schema=node_modules/cross-write-check/dist/ownership.schema.json",
    "# Inferred from the code: services from its folders, owners from who creates and who writes each table.",
    "# Go through it once, first through the lines marked UNSURE; then the comments have done their work.",
    "version: 1",
    ...(dialect === "generic" ? ["# dialect: postgres    # sqlite, mysql, mariadb, sqlserver …: the code does not tell one"] : [`dialect: ${dialect}`]),
    "",
    "services:",
    ...services.flatMap(({ name, folder, owns }) => [
      `  ${scalar(name)}:`,
      `    paths: [${item(folder === "" ? "**" : `${escapeGlob(folder)}/**`)}]`,
      `    # api: { name: ${scalar(`${name} API`)}, url: http://… }    # what others call instead of writing its tables: findings name it`,
      ...(owns.length === 0 ? ["    # owns nothing"] : ["    owns:", ...owns.map(tableLine)]),
    ]),
    ...listOf("Code that touches tables for several services. Its writes belong to nobody until a service names these folders:", libraries),
    ...listOf("Tables that only code of no service creates or writes: give each to a service, or to all with a line `shared: […]`.", ownerless),
  ];
  return `${lines.join("\n")}\n`;
}

function tableLine({ table, reason, unsure }: InferredTable): string {
  return `      ${scalar(table)}:    # ${unsure ? "UNSURE: " : ""}${printed(reason)}`;
}

function listOf(title: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : ["", `# ${title}`, ...names.map((name) => `#   ${printed(name === "" ? "files at the root" : name)}`)];
}

/** In one line, with quotes where YAML would take it for something else. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();
}

/** The same between brackets, where more signs have a meaning. */
function item(text: string): string {
  return /[[\]{},]/.test(text) ? stringify(text, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE" }).trimEnd() : scalar(text);
}

/** In folders of a web framework `[id]` is no range of characters. */
function escapeGlob(folder: string): string {
  return folder.replace(/[\\*?[\]{}()!]/g, "\\$&");
}

/** A comment ends with its line. */
function printed(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "\uFFFD");
}
