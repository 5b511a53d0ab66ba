/** A service of the generated tree, and the tables it owns. */
export interface GeneratedService {
  readonly name: string;
  readonly language: "go" | "typescript";
  readonly tables: readonly string[];
}

const names = ["main", "petbase", "clinic", "billing", "calendar", "inventory", "messages", "search", "reports", "identity", "media", "partners"];
const kinds = ["accounts", "events", "items", "settings", "entries", "documents", "links", "jobs"];

export const services: readonly GeneratedService[] = names.map((name, index) => ({
  name,
  language: index % 2 === 0 ? "go" : "typescript",
  tables: kinds.map((kind) => `${name}_${kind}`),
}));

/** Every service with its folder and its tables; the others' writes to them are findings. */
export function ownershipFile(): string {
  const entries = services.map(({ name, tables }) =>
    [`  ${name}:`, `    paths: [services/${name}/**]`, `    api: { name: ${name} API, url: "http://${name}.internal" }`, `    owns: [${tables.join(", ")}]`].join("\n"),
  );
  return `version: 1\ndialect: postgres\nservices:\n${entries.join("\n")}\n`;
}
