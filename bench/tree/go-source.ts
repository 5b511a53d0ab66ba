import type { Random } from "./random.ts";
import type { GeneratedService } from "./services.ts";
import { QUERY_SHARE, statement, tableFor } from "./statements.ts";
import { fieldName, functionName, httpMethod, sentence, typeName } from "./words.ts";

/** A Go file of about `size` bytes; with `queries` it runs statements. */
export function goSource(random: Random, service: GeneratedService, packageName: string, size: number, queries: boolean): string {
  const imports = ["context", "errors", "fmt", "net/http", "strings", ...(queries ? ["database/sql", `example.com/petclinic/services/${service.name}/tables`] : [])];
  const parts = [`// Package ${packageName} ${sentence(random, "of the clinic")}\npackage ${packageName}\n\nimport (\n${imports.map((each) => `\t"${each}"\n`).join("")})\n`];
  for (let length = 0; length < size; length += parts.at(-1)!.length) parts.push(queries && random.chance(QUERY_SHARE) ? query(random, service) : random.pick(declarations)(random));
  return parts.join("\n");
}

/** The package of table names that the others import. */
export function goTables(service: GeneratedService): string {
  return `package tables\n\nconst (\n${service.tables.map((table) => `\t${constantName(table)} = "${table}"\n`).join("")})\n`;
}

export function goModule(): string {
  return "module example.com/petclinic\n\ngo 1.23\n";
}

function query(random: Random, service: GeneratedService): string {
  const name = functionName(random);
  const table = tableFor(random, service);
  const text = random.chance(0.2) && service.tables.includes(table) ? `fmt.Sprintf("DELETE FROM %s WHERE ${fieldName(random)} = $1", tables.${constantName(table)})` : `\`${statement(random, table, (n) => `$${n}`)}\``;
  return [
    `// ${sentence(random, name)}`,
    `func (s *Store) ${name}(ctx context.Context, tx *sql.Tx, id int64, values ...any) error {`,
    `\tquery := ${text}`,
    `\tif _, err := tx.ExecContext(ctx, query, append(values, id)...); err != nil {`,
    `\t\treturn fmt.Errorf("${name}: %w", err)`,
    "\t}\n\treturn nil\n}\n",
  ].join("\n");
}

const declarations: readonly ((random: Random) => string)[] = [
  (random) => {
    const name = `${typeName(random)}${random.integer(1, 999)}`;
    const fields = Array.from({ length: random.integer(3, 12) }, () => `\t${functionName(random)} string \`json:"${fieldName(random)},omitempty"\`\n`);
    return `// ${sentence(random, name)}\ntype ${name} struct {\n${fields.join("")}}\n`;
  },
  (random) => {
    const name = functionName(random);
    return [
      `// ${sentence(random, name)}`,
      `func ${name}(w http.ResponseWriter, r *http.Request) {`,
      `\tif r.Method != http.MethodDelete && r.Method != "${httpMethod(random)}" {`,
      `\t\thttp.Error(w, "method not allowed", http.StatusMethodNotAllowed)\n\t\treturn\n\t}`,
      `\tid := strings.TrimPrefix(r.URL.Path, "/${fieldName(random)}/")`,
      `\tpayload, err := ${functionName(random)}(r.Context(), id)`,
      `\tif err != nil {\n\t\t// ${sentence(random, "The answer")}\n\t\thttp.Error(w, err.Error(), ${random.integer(400, 503)})\n\t\treturn\n\t}`,
      `\tfmt.Fprintf(w, "{\\"status\\": %q, \\"total\\": %d}\\n", payload, ${random.integer(1, 9999)})\n}\n`,
    ].join("\n");
  },
  (random) => {
    const name = functionName(random);
    const cases = Array.from({ length: random.integer(3, 9) }, (_, index) => `\tcase ${index}:\n\t\treturn "${fieldName(random)} of ${typeName(random)}", nil\n`);
    return `// ${sentence(random, name)}\nfunc ${name}(ctx context.Context, kind int) (string, error) {\n\tswitch kind {\n${cases.join("")}\tdefault:\n\t\treturn "", errors.New("${fieldName(random)}: unknown kind")\n\t}\n}\n`;
  },
  (random) => {
    const name = functionName(random);
    return `func ${name}(rows map[string][]int, limit int) []int {\n\tvar kept []int\n\tfor key, values := range rows {\n\t\t// ${sentence(random, "The loop")}\n\t\tif len(values) > limit || key == "${fieldName(random)}" {\n\t\t\t${random.chance(0.05) ? "delete(rows, key)" : "rows[key] = nil"}\n\t\t\tcontinue\n\t\t}\n\t\tfor i := len(values) - 1; i >= 0; i-- {\n\t\t\tkept = append(kept, values[i]*${random.integer(2, 64)}+i)\n\t\t}\n\t}\n\treturn kept\n}\n`;
  },
];

function constantName(table: string): string {
  return table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
