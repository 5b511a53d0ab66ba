import type { Random } from "./random.ts";

const things = ["Owner", "Pet", "Visit", "Vaccine", "Breed", "Species", "Invoice", "Payment", "Reminder", "Appointment", "Record", "Room", "Shift", "Message", "Address", "Photo", "Report", "Session"];
const qualities = ["Open", "Recent", "Missing", "Monthly", "Public", "Archived", "Urgent", "Shared", "Default", "Verified", "Pending", "Local"];
const actions = ["Load", "Check", "Render", "Sort", "Merge", "Parse", "Send", "Count", "Group", "Update", "Delete", "Create", "Find", "Validate", "Format", "Schedule"];
const fields = ["id", "name", "email", "status", "created_at", "updated_at", "owner_id", "pet_id", "notes", "amount", "weight", "color", "due_on", "phone"];

/** A name such as `UpdateRecentVisit12`. */
export function functionName(random: Random): string {
  return `${random.pick(actions)}${random.pick(qualities)}${random.pick(things)}${random.integer(1, 99)}`;
}

export function typeName(random: Random): string {
  return `${random.pick(qualities)}${random.pick(things)}`;
}

export function fieldName(random: Random): string {
  return random.pick(fields);
}

/** Some columns, none twice. */
export function columnNames(random: Random): readonly string[] {
  return [...new Set(Array.from({ length: random.integer(2, 7) }, () => fieldName(random)))];
}

/** Seldom the one that SQL has too. */
export function httpMethod(random: Random): string {
  return random.chance(0.03) ? "DELETE" : random.pick(["POST", "PUT", "GET"]);
}

const clauses = [
  "keeps the list in the order in which the clinic saw its patients",
  "is called once for each visit, and again when it is moved",
  "falls back to the default where the owner chose nothing",
  "sorts duplicates out before the report is rendered",
  "knows nothing of rooms that are closed for the night",
];

/** English, with words that SQL has too. */
const ambiguousClauses = [
  "will update the badge when the reminder was sent",
  "must not delete what the owner has not confirmed yet",
  "has to create a copy for the caller",
];

const AMBIGUOUS_SHARE = 0.02;

/** A sentence as comments have it. */
export function sentence(random: Random, subject: string): string {
  return `${subject} ${random.pick(random.chance(AMBIGUOUS_SHARE) ? ambiguousClauses : clauses)}.`;
}
