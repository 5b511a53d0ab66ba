import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Ownership } from "../../src/model/ownership.ts";
import { findOwnership, loadOwnership, type KeptOwnership, type OwnershipReading } from "../../src/ownership/load-ownership.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "petclinic-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const PETCLINIC = "version: 1\nservices:\n  clinic:\n    paths: [backend/clinic/**]\n    owns: [clinic_patients]\n";

describe("finding ownership.yaml", () => {
  it("looks in the folder, then above it", () => {
    mkdirSync(join(root, "backend/clinic"), { recursive: true });
    writeFileSync(join(root, "ownership.yaml"), PETCLINIC);
    expect(findOwnership(join(root, "backend/clinic"))).toBe(join(root, "ownership.yaml"));
    writeFileSync(join(root, "backend/ownership.yaml"), PETCLINIC);
    expect(findOwnership(join(root, "backend/clinic"))).toBe(join(root, "backend/ownership.yaml"));
  });

  it("finds nothing from a folder that is not there and has none above", () => {
    expect(findOwnership(join(root, "nowhere"))).toBeUndefined();
  });
});

describe("loading ownership.yaml", () => {
  const write = (content: string | Uint8Array): string => {
    const file = join(root, "ownership.yaml");
    writeFileSync(file, content);
    return file;
  };
  const messages = (file: string, projectPaths?: readonly string[]): readonly string[] => loadOwnership(file, root, projectPaths).mistakes.map(({ message }) => message);

  it("gives what the file says, its path relative to the root", () => {
    const { ownership, mistakes } = loadOwnership(write(PETCLINIC), root);
    expect(mistakes).toEqual([]);
    expect(ownership).toMatchObject({ path: "ownership.yaml", services: [{ name: "clinic", title: "clinic" }] });
  });

  it("reads past a byte order mark and carriage returns", () => {
    const { ownership } = loadOwnership(write(`\uFEFF${PETCLINIC.replaceAll("\n", "\r\n")}`), root);
    expect(ownership?.services[0]?.owns[0]).toMatchObject({ pattern: "clinic_patients" });
    expect(ownership?.services[0]?.place.span.start).toBe("version: 1\r\nservices:\r\n  ".length);
  });

  it("holds paths against the project", () => {
    const file = write(PETCLINIC);
    expect(messages(file, ["backend/clinic/store.go"])).toEqual([]);
    expect(messages(file, ["backend/main/store.go"])).toEqual(["no file matches the path `backend/clinic/**`."]);
  });

  it("takes a folder for a path although nothing in it is checked", () => {
    mkdirSync(join(root, "backend/clinic"), { recursive: true });
    expect(messages(write(PETCLINIC), ["backend/main/store.go"])).toEqual([]);
  });

  it("knows the tables of the pet clinic", () => {
    const project = fileURLToPath(new URL("../..", import.meta.url));
    const { ownership, mistakes } = loadOwnership(join(project, "ownership.yaml"), project, []);
    expect(mistakes).toEqual([]);
    expect(Object.fromEntries(ownership!.services.map(({ name, owns }) => [name, owns.map(({ pattern }) => pattern)]))).toEqual({
      main: ["users", "pets", "posts", "likes", "comments", "friends", "notifications"],
      petbase: ["species", "breeds", "pet_cards"],
      clinic: ["clinic_appointments", "clinic_patients", "clinic_medical_records"],
      admin: [],
      reminders: ["reminders", "reminder_deliveries"],
    });
  });

  it.each([
    ["a file that is not there", (): string => join(root, "ownership.yaml"), "the file cannot be read: there is none."],
    ["a folder", (): string => root, "the file cannot be read: it is no file but a folder or a device."],
    ["bytes that are no text", (): string => write(new Uint8Array([0xff, 0xfe, 0x61, 0x00])), "the file is not UTF-8 text."],
    ["ten megabytes", (): string => write("a".repeat(10_000_000)), "the file is too large to be an ownership.yaml."],
  ])("says what is wrong with %s", (_, file, message) => {
    expect(messages(file())).toEqual([message]);
  });

  it("is kept for the next run, on the same terms", () => {
    const kept = new Map<string, Ownership>();
    const keep: KeptOwnership = { load: (terms) => kept.get(JSON.stringify(terms)), save: (terms, ownership) => kept.set(JSON.stringify(terms), ownership) };
    const load = (files: readonly string[]): OwnershipReading => loadOwnership(write(PETCLINIC), root, files, keep);
    const first = load(["backend/clinic/patients.go"]);
    expect(load(["backend/clinic/patients.go"]).ownership).toBe(first.ownership);
    expect(load(["backend/main/users.go"]).mistakes).toHaveLength(1);
    expect(kept.size).toBe(1);
  });

  it("is not kept where a folder decides in which nothing is checked", () => {
    mkdirSync(join(root, "backend/clinic"), { recursive: true });
    const keep: KeptOwnership = { load: () => undefined, save: () => expect.unreachable() };
    expect(loadOwnership(write(PETCLINIC), root, ["backend/main/users.go"], keep).mistakes).toEqual([]);
  });

  it.runIf(process.getuid?.() !== 0)("says that it may not read a file", () => {
    const file = write(PETCLINIC);
    chmodSync(file, 0o000);
    expect(messages(file)).toEqual(["the file cannot be read: permission denied."]);
  });
});
