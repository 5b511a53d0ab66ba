/**
 * Whether a role of the database is one of a service's: its name holds all words of the service's name (`clinic`, `clinic_rw`, `svc-clinic`),
 * or it is whoever runs the statement.
 */
export function isOwnRole(role: string, service: string): boolean {
  if (SELF.has(role.toLowerCase())) return true;
  const words = wordsIn(role);
  const telling = wordsIn(service).filter((word) => !COMMON.has(word));
  return (telling.length > 0 ? telling : wordsIn(service)).every((word) => words.includes(word));
}

/** https://www.postgresql.org/docs/current/sql-grant.html */
const SELF: ReadonlySet<string> = new Set(["current_user", "current_role", "session_user"]);

/** Words of a service's name that its role may go without. */
const COMMON: ReadonlySet<string> = new Set(["service", "svc", "backend", "api", "app", "server"]);

/** In the singular: the role of `orders` may be `order_writer`. */
function wordsIn(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.replace(/(?<=\w{3})s$/, ""));
}
