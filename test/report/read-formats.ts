/** A line that GitHub Actions takes for a command. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a step's output as the runner does (https://github.com/actions/runner, ActionCommand): a line that is no command throws. */
export function readWorkflowCommands(output: string): readonly WorkflowCommand[] {
  return output.trimEnd().split(/\r\n|\r|\n/).map((line) => {
    const { name, properties = "", message = "" } = /^::(?<name>[a-z]+)(?: (?<properties>.*?))?::(?<message>.*)$/.exec(line)?.groups ?? {};
    if (name === undefined) throw new Error(`not a command: ${line}`);
    const pairs = properties.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")), unescape(pair.slice(pair.indexOf("=") + 1))] as const);
    return { name, properties: Object.fromEntries(pairs), message: unescape(message) };
  });
}

const ESCAPES: Readonly<Record<string, string>> = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };

function unescape(text: string): string {
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (escape) => ESCAPES[escape]!);
}

/** Reads CSV as RFC 4180 says, lines ended by LF. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gy;
  while (cells.lastIndex < text.length) {
    const match = cells.exec(text);
    if (!match) throw new Error("a quote inside a cell without quotes");
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === "\n" && cells.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

/** The cells of the rows of the first table, as GitHub Flavored Markdown parts them: at every `|` without a backslash. */
export function readMarkdownTable(text: string): readonly (readonly string[])[] {
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));
}
