/** Words in a table's name that call it a copy, beside the name of what it copies: `users_copy`, `cached_users`. */
export const copyMarkers: ReadonlySet<string> = new Set([
  "copy", "copied", "cache", "cached", "replica", "replicated", "mirror", "mirrored", "shadow", "clone", "cloned", "duplicate", "dup", "readonly", "sync", "synced", "synchronized",
]);

/**
 * Words that call it a copy only beside the name exactly as the original has it: `users_snapshot` keeps users,
 * `user_snapshots` are snapshots that a user has made.
 */
export const ambiguousMarkers: ReadonlySet<string> = new Set([
  "snapshot", "projection", "backup", "archive", "archived", "local", "remote", "foreign", "external", "imported", "import", "staging", "stage", "stg", "lookup", "denormalized", "readmodel", "view", "materialized",
]);

/** Words that say nothing in a table's name: they may stand beside others. */
export const fillerWords: ReadonlySet<string> = new Set(["table", "tbl", "service", "svc", "app", "db", "data", "read", "only", "my"]);

/** Words that tie what follows to the noun before: `customers_for_orders`. */
export const connectingWords: ReadonlySet<string> = new Set(["for", "from", "of", "in", "by"]);

/** Words of a service's title that do not tell it from others. */
export const titleFillers: ReadonlySet<string> = new Set(["backend", "service", "services", "api", "app", "application", "server", "module", "the", "and", "of", "for"]);

/** Nouns of which most services have their own: `clinic_events` are the clinic's, whoever owns `events`. Singular. */
export const commonNouns: ReadonlySet<string> = new Set([
  "action", "address", "alert", "attachment", "attribute", "audit", "backup", "block", "category", "channel", "claim", "comment", "config", "configuration", "consumption", "counter", "credential",
  "cursor", "dashboard", "dedup", "detail", "document", "entity", "entry", "error", "event", "execution", "feature", "field", "file", "flag", "group", "history", "image", "inbox",
  "integration", "invitation", "item", "job", "key", "label", "limit", "line", "link", "lock", "log", "map", "mapping", "media", "member", "membership", "message", "metadata", "method",
  "metric", "migration", "note", "notification", "option", "outbox", "permission", "plan", "policy", "preference", "property", "provider", "queue", "quota", "rating", "reaction", "record",
  "relation", "report", "request", "result", "review", "revision", "role", "rule", "run", "schedule", "scope", "secret", "session", "setting", "snapshot", "stage", "stat", "state",
  "statistic", "status", "step", "subscription", "summary", "tag", "task", "template", "token", "translation", "trigger", "type", "usage", "value", "variable", "version", "webhook",
  "widget",
]);

/** Those of them that only serve a service's running: whoever has the same columns under such a name keeps nobody's data. */
export const housekeepingNouns: ReadonlySet<string> = new Set([
  "counter", "cursor", "dedup", "error", "flag", "inbox", "job", "limit", "lock", "log", "migration", "outbox", "queue", "run", "session", "stat", "token", "version", "webhook",
]);
