import type { Random } from "./random.ts";
import type { GeneratedService } from "./services.ts";
import { QUERY_SHARE, statement, tableFor } from "./statements.ts";
import { fieldName, functionName, httpMethod, sentence, typeName } from "./words.ts";

/** A TypeScript file of about `size` bytes; with `queries` it runs statements. */
export function typescriptSource(random: Random, service: GeneratedService, size: number, queries: boolean): string {
  const imports = [`import { z } from "zod";`, `import { format } from "../lib/format.js";`, ...(queries ? [`import { Pool } from "pg";`, `import * as tables from "../lib/tables.js";`, "\nconst pool = new Pool();"] : [])];
  const parts = [`${imports.join("\n")}\n`];
  for (let length = 0; length < size; length += parts.at(-1)!.length) parts.push(queries && random.chance(QUERY_SHARE) ? query(random, service) : random.pick(declarations)(random));
  return parts.join("\n");
}

/** The module of table names that the others import. */
export function typescriptTables(service: GeneratedService): string {
  return service.tables.map((table) => `export const ${table} = "${table}";\n`).join("");
}

export function typescriptFormat(): string {
  return "export function format(text: string, ...values: readonly unknown[]): string {\n  return values.reduce<string>((done, value) => done.replace(\"{}\", String(value)), text);\n}\n";
}

function query(random: Random, service: GeneratedService): string {
  const name = functionName(random);
  const table = tableFor(random, service);
  const named = random.chance(0.2) && service.tables.includes(table) ? `\${tables.${table}}` : table;
  return [
    `/** ${sentence(random, name)} */`,
    `export async function ${name}(id: string, values: readonly unknown[]): Promise<number> {`,
    `  const result = await pool.query(\`${statement(random, named, (n) => `$${n}`)}\`, [...values, id]);`,
    "  return result.rowCount ?? 0;\n}\n",
  ].join("\n");
}

const declarations: readonly ((random: Random) => string)[] = [
  (random) => {
    const name = `${typeName(random)}${random.integer(1, 999)}`;
    const fields = Array.from({ length: random.integer(3, 12) }, () => `  readonly ${functionName(random)}: string | undefined;\n`);
    return `/** ${sentence(random, name)} */\nexport interface ${name} {\n${fields.join("")}}\n`;
  },
  (random) => {
    const name = functionName(random);
    const fields = Array.from({ length: random.integer(3, 9) }, () => `  ${functionName(random)}: z.string().min(${random.integer(1, 9)}).max(${random.integer(10, 99)}).optional(),\n`);
    return `export const ${name} = z.object({\n${fields.join("")}});\n`;
  },
  (random) => {
    const name = functionName(random);
    return [
      `export async function ${name}(request: Request, cache: Map<string, number[]>): Promise<Response> {`,
      `  if (request.method === "${httpMethod(random)}") return new Response(null, { status: ${random.integer(200, 503)} });`,
      `  const key = new URL(request.url).searchParams.get("${fieldName(random)}") ?? "";`,
      `  // ${sentence(random, "The cache")}`,
      `  for (const [name, values] of cache) if (values.length > ${random.integer(2, 64)} && /^[a-z'"]+$/.test(name)) cache.${random.chance(0.05) ? "delete(name)" : "set(name, [])"};`,
      `  return Response.json({ key, text: format(\`{} of \${key.length > 2 ? \`\${key}!\` : "none"}\`, key) });\n}\n`,
    ].join("\n");
  },
  (random) => {
    const name = functionName(random);
    return `export function ${name}(props: { readonly ${fieldName(random)}: string; readonly onUpdate: () => void }): JSX.Element {\n  return (\n    <section className="p-${random.integer(1, 9)} text-sm">\n      <h2>It's the owner's ${fieldName(random)}</h2>\n      <button onClick={() => props.onUpdate()} disabled={props.${fieldName(random)}.length < ${random.integer(1, 9)}}>\n        ${random.chance(0.05) ? "Update" : "Show"} {props.${fieldName(random)}} &amp; the next\n      </button>\n    </section>\n  );\n}\n`;
  },
];
