/** ownership.yaml of two services over one database. */
export const OWNERSHIP = `version: 1
dialect: sqlite
services:
  main:
    paths: [backend/main/**]
    api: { name: Main API, url: "http://localhost:8000" }
    owns:
      users: { update: POST /api/profile }
  clinic:
    paths: [backend/clinic/**]
    owns: [clinic_appointments]
`;

/** A handler of the clinic that runs a statement. */
export function goFile(statement: string): string {
  return `package clinic

import "database/sql"

func run(db *sql.DB) error {
	_, err := db.Exec("${statement}")
	return err
}
`;
}

export const MAIN_GO = goFile("UPDATE users SET name = 'Rex'").replace("clinic", "main");

/** Both services' folders with one right file each. */
export const CLEAN_PROJECT: Readonly<Record<string, string>> = {
  "ownership.yaml": OWNERSHIP,
  "backend/main/users.go": MAIN_GO,
  "backend/clinic/appointments.go": goFile("INSERT INTO clinic_appointments (pet_id) VALUES (1)"),
};

/** A project's files without its ownership.yaml. */
export function withoutOwnership(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== "ownership.yaml"));
}
