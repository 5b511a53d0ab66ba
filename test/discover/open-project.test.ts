import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openProject } from "../../src/discover/open-project.ts";
import type { OpenedProject, ProjectOptions } from "../../src/discover/open-project.ts";

const WRITE = 'db.Exec("UPDATE users SET name = ?")';
let root: string;
let count = 0;

beforeAll(() => {
  root = mkdtempSync(path.join(realpathSync(tmpdir()), "petclinic-"));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the files of a project", () => {
  it("are sorted, whatever their kind, and known by folder", () => {
    const { project } = open({ "b/users.go": "", "b.go": "", "b-a.go": "", "a/x/pets.ts": "", "readme.md": "" });
    expect(project.paths).toEqual(["a/x/pets.ts", "b-a.go", "b.go", "b/users.go", "readme.md"]);
    expect([project.pathsIn(""), project.pathsIn("a"), project.pathsIn("a/x"), project.pathsIn("none")]).toEqual([["b-a.go", "b.go", "readme.md"], [], ["a/x/pets.ts"], []]);
    expect([project.has("b.go"), project.has("a"), project.has("gone.go")]).toEqual([true, false, false]);
  });

  it("are those that git would track", () => {
    const { project } = open({
      ".gitignore": "*.gen.go\n/out\n!keep.gen.go\nlocal/\n",
      ".git/info/exclude": "private.go\n",
      ".git/hooks/users.go": "",
      "users.gen.go": "",
      "keep.gen.go": "",
      "private.go": "",
      "out/users.go": "",
      "clinic/out/users.go": "",
      "clinic/.gitignore": "!local/\npets.go\n",
      "clinic/local/users.go": "",
      "clinic/pets.go": "",
      "pets.go": "",
    });
    expect(sources(project)).toEqual(["clinic/local/users.go", "clinic/out/users.go", "keep.gen.go", "pets.go"]);
  });

  it("follow the ignore files of the repository around the root", () => {
    const outer = write({ ".git/HEAD": "", ".gitignore": "*.gen.go\nbackend/clinic/out\n", "backend/.gitignore": "local", "backend/clinic/users.go": "", "backend/clinic/out/users.go": "", "backend/clinic/users.gen.go": "", "backend/clinic/local/users.go": "" });
    const { project } = openProject({ ...options, root: `${outer}/backend/clinic` });
    expect(project.paths).toEqual(["users.go"]);
  });

  it("leave dependencies out, and keep the project's own folder of that name", () => {
    const { project } = open({
      "node_modules/pg/index.js": "",
      "web/node_modules/pg/index.js": "",
      "vendor/modules.txt": "",
      "vendor/github.com/jmoiron/sqlx/sqlx.go": "",
      "shop/vendor/vendor.go": "",
      "third_party/sqlite.go": "",
    });
    expect(sources(project)).toEqual(["shop/vendor/vendor.go"]);
  });

  it("are none in an empty folder, and a root that is not there is a problem", () => {
    expect(open({}).project.paths).toEqual([]);
    const missing = openProject({ ...options, root: path.join(root, "missing") });
    expect([missing.project.paths, missing.problems()]).toEqual([[], [{ path: "", message: "The folder vanished while the project was read.", help: "Run the check again." }]]);
  });

  it("may have any name that the system allows", () => {
    const names = ["new\nline.go", "back\\slash.go", "quote'\".go", "пёс.go", "🐕.go", "-rf.go", "__proto__", "constructor/users.go"];
    const { project, problems } = open(Object.fromEntries(names.map((name) => [name, WRITE])));
    expect([project.paths.toSorted(), problems(), project.text("new\nline.go")]).toEqual([names.toSorted(), [], WRITE]);
  });
});

describe("links", () => {
  it("add nothing that is reached without them, and lead out of no root", () => {
    const outside = write({ "secret.go": WRITE });
    const folder = write({ "clinic/users.go": WRITE });
    symlinkSync("clinic", `${folder}/again`);
    symlinkSync("../clinic/users.go", `${folder}/clinic/same.go`);
    symlinkSync("..", `${folder}/clinic/loop`);
    symlinkSync("self.go", `${folder}/self.go`);
    symlinkSync("nowhere.go", `${folder}/broken.go`);
    symlinkSync(outside, `${folder}/outside`);
    symlinkSync(`${outside}/secret.go`, `${folder}/secret.go`);
    const opened = openProject({ ...options, root: folder });
    expect([opened.project.paths, opened.problems()]).toEqual([["clinic/users.go"], []]);
  });

  it("give what only they reach, once", () => {
    const folder = write({ ".gitignore": "generated/\n", "generated/users.go": WRITE, "generated/deep/pets.go": WRITE });
    mkdirSync(`${folder}/clinic`);
    symlinkSync("../generated", `${folder}/clinic/models`);
    symlinkSync("../generated/deep", `${folder}/clinic/too`);
    symlinkSync("../../generated", `${folder}/generated/deep/loop`);
    expect(openProject({ ...options, root: folder }).project.paths).toEqual([".gitignore", "clinic/models/deep/pets.go", "clinic/models/users.go"]);
  });

  it("do not bring dependencies back", () => {
    const folder = write({ "node_modules/pg/index.js": WRITE });
    symlinkSync("node_modules/pg", `${folder}/pg`);
    expect(openProject({ ...options, root: folder }).project.paths).toEqual([]);
  });

  it("may be the root, or a path that is asked for", () => {
    const folder = write({ "clinic/users.go": WRITE });
    symlinkSync("clinic", `${folder}/link`);
    expect(candidates(openProject({ ...options, root: folder }), ["link"])).toEqual(["clinic/users.go"]);
    expect(candidates(openProject({ ...options, root: `${folder}/link` }))).toEqual(["users.go"]);
  });
});

describe("candidates", () => {
  const files = { "clinic/users.go": WRITE, "clinic/readme.md": WRITE, "clinic/pure.go": "package clinic", "clinic2/pets.go": WRITE, "schema.sql": "SELECT 1", "web/reads.ts": "select name from users" };

  it("are the sources that may hold a write, and every script", () => {
    const opened = open(files);
    expect(candidates(opened)).toEqual(["clinic/users.go", "clinic2/pets.go", "schema.sql"]);
    expect(candidates(opened, [""], true)).toEqual(["clinic/users.go", "clinic2/pets.go", "schema.sql", "web/reads.ts"]);
  });

  it.each([
    [["clinic"], ["clinic/users.go"]],
    [["./clinic/"], ["clinic/users.go"]],
    [["clinic/users.go", "clinic"], ["clinic/users.go"]],
    [["."], ["clinic/users.go", "clinic2/pets.go", "schema.sql"]],
    [["clin"], []],
    [[], []],
  ])("are asked for by file and folder: %j", (asked, expected) => expect(candidates(open(files), asked)).toEqual(expected));

  it("are counted with the files that are none", () => expect(open(files).candidatesIn([""]).looked).toBe(5));

  it("leave the paths that are missing or left out", () => {
    const opened = open({ ".gitignore": "gone.go", "gone.go": WRITE, "clinic/users.go": WRITE });
    expect(opened.unmatchedIn(["clinic", "clinic/users.go", "./clinic/", ".", "", "gone.go", "never.go"])).toEqual(["gone.go", "never.go"]);
  });

  it("tell how many files were looked at", () => {
    const told: number[] = [];
    open(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`pet${i}.go`, ""])), { onProgress: (looked) => told.push(looked) }).candidatesIn([""]).forEach(() => undefined);
    expect(told).toEqual([256, 512]);
  });

  it("are no other files because these were read before", () => {
    const opened = open(files);
    expect(opened.project.text("clinic/pure.go")).toBe("package clinic");
    expect(candidates(opened)).toEqual(["clinic/users.go", "clinic2/pets.go", "schema.sql"]);
  });

  it("and other sources that hold a word are found among the same files", () => {
    const opened = open({ "a.go": 'Rename("users")', "b.go": `rename("users") ${WRITE}`, "c.ts": "x", "schema.sql": "-- Rename()", "other/d.go": "Rename()", "e.go": "Put" });
    const all = opened.candidatesIn(["a.go", "b.go", "c.ts", "schema.sql", "e.go"]);
    const found: string[] = [];
    all.forEach(() => undefined);
    all.forEachHolding(["Rename(", "Pu"], (file) => found.push(`${file.path} ${file.text}`));
    expect(found).toEqual(['a.go Rename("users")', "e.go Put"]);
  });

  it("can be walked again, and while other files are read", () => {
    const opened = open({ "a.go": `${WRITE} // a`, "b.go": `${WRITE} // b` });
    const seen: string[] = [];
    const all = opened.candidatesIn([""]);
    all.forEach((file) => seen.push(`${opened.project.text("b.go")!.slice(-1)}${file.text.slice(-1)}`));
    all.forEach((file) => seen.push(file.path));
    expect(seen).toEqual(["ba", "bb", "a.go", "b.go"]);
  });
});

describe("texts", () => {
  const utf16 = Buffer.from(`\uFEFF${WRITE}`, "utf16le");

  it.each([
    ["a byte order mark", Buffer.from(`\uFEFF${WRITE}`), WRITE],
    ["UTF-16", utf16, WRITE],
    ["UTF-16, high bytes first", Buffer.from(utf16).swap16(), WRITE],
    ["bytes that are no UTF-8", Buffer.concat([Buffer.from(WRITE), Buffer.from([0x20, 0xff, 0xe9])]), `${WRITE} \uFFFD\uFFFD`],
    ["Windows line ends", Buffer.from(`${WRITE}\r\n`), `${WRITE}\r\n`],
    ["more bytes than the first buffer", Buffer.from(`${" ".repeat(900_000)}${WRITE}`), `${" ".repeat(900_000)}${WRITE}`],
  ])("are decoded: %s", (_, bytes, text) => {
    const opened = open({ "users.go": bytes });
    expect([texts(opened), opened.project.text("users.go")]).toEqual([[text], text]);
  });

  it("of empty files are empty", () => expect(open({ "users.go": "" }).project.text("users.go")).toBe(""));

  it("of files outside the project are not given", () => expect(open({}).project.text("../../etc/hostname")).toBeUndefined());
});

describe("what cannot be read is a problem, and the rest goes on", () => {
  it("binary files", () => {
    const opened = open({ "a.go": `${WRITE}\0`, "b.go": WRITE, "utf16.go": Buffer.from(WRITE, "utf16le"), "logo.png": "\0" });
    expect([candidates(opened), opened.problems()]).toEqual([["b.go"], ["a.go", "utf16.go"].map((file) => binary(file))]);
  });

  it("but a stray NUL in a literal of a source file is none", () => {
    const opened = open({ "a.ts": `${WRITE}\nconst key = \`\0\`;\n${"// Feeding times of all pets.\n".repeat(40)}` });
    expect([candidates(opened), opened.problems()]).toEqual([["a.ts"], []]);
  });

  it("large files", () => {
    const opened = open({ "a.go": `${WRITE}${" ".repeat(2_000)}`, "b.go": WRITE, "movie.mp4": " ".repeat(2_000) }, { maxFileBytes: 1024 });
    expect([candidates(opened), opened.problems()]).toEqual([["b.go"], [{ path: "a.go", message: "The file is larger than 1024 bytes; it was not read.", help: "Leave it out with .gitignore, or split it." }]]);
  });

  it("a line of thirty megabytes", () => {
    const opened = open({ "a.ts": `const sql = "UPDATE ${"x".repeat(30 * 1024 * 1024)}"`, "b.ts": WRITE });
    expect([candidates(opened), opened.problems().map(({ path: file, message }) => [file, message])]).toEqual([["b.ts"], [["a.ts", "The file is larger than 16 MB; it was not read."]]]);
  });

  it("a file as large as allowed is read", () => expect(candidates(open({ "a.go": WRITE }, { maxFileBytes: WRITE.length }))).toEqual(["a.go"]));

  it("files that vanished or became something else", () => {
    const folder = write({ "a.go": WRITE, "b.go": WRITE, "c.go": WRITE });
    const opened = openProject({ ...options, root: folder });
    rmSync(`${folder}/a.go`);
    rmSync(`${folder}/b.go`);
    mkdirSync(`${folder}/b.go`);
    expect([candidates(opened), opened.problems().map(({ path: file, message }) => [file, message])]).toEqual([
      ["c.go"],
      [["a.go", "The file vanished while the project was read."], ["b.go", "The file could not be read (EISDIR); it was left out."]],
    ]);
  });

  it.runIf(process.platform !== "win32")("pipes are no files, even when one takes a file's place", () => {
    const folder = write({ "a.go": WRITE, "b.go": WRITE });
    execFileSync("mkfifo", [`${folder}/pipe.go`]);
    const opened = openProject({ ...options, root: folder });
    expect(opened.project.paths).toEqual(["a.go", "b.go"]);
    rmSync(`${folder}/a.go`);
    execFileSync("mkfifo", [`${folder}/a.go`]);
    expect(candidates(opened)).toEqual(["b.go"]);
  });

  it.runIf(process.platform !== "win32" && process.getuid?.() !== 0)("files and folders without permission", () => {
    const folder = write({ "a.go": WRITE, "b.go": WRITE, "closed/c.go": WRITE });
    chmodSync(`${folder}/a.go`, 0);
    chmodSync(`${folder}/closed`, 0);
    const opened = openProject({ ...options, root: folder });
    const found = [candidates(opened), opened.problems().map(({ path: file, message }) => [file, message])];
    chmodSync(`${folder}/closed`, 0o700);
    expect(found).toEqual([["b.go"], [["a.go", "There is no permission to read the file; it was left out."], ["closed", "There is no permission to read the folder; it was left out."]]]);
  });

  it.runIf(process.platform === "linux")("names that are no UTF-8", () => {
    const folder = write({ "b.go": WRITE });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xff]), Buffer.from(".go")]), WRITE);
    const opened = openProject({ ...options, root: folder });
    expect([candidates(opened), opened.problems().map(({ message }) => message)]).toEqual([["b.go"], ["The file has a name that is not valid UTF-8; it was not read."]]);
  });
});

const options = {
  languageOf: (file: string) => (/\.(?:go|ts|js)$/.test(file) ? "code" : file.endsWith(".sql") ? "sql" : undefined),
  markers: () => [],
} satisfies Partial<ProjectOptions>;

function open(files: Readonly<Record<string, string | Buffer>>, more: Partial<ProjectOptions> = {}): OpenedProject {
  return openProject({ ...options, root: write(files), ...more });
}

function write(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = path.join(root, String(count++));
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(`${folder}/${name}`), { recursive: true });
    writeFileSync(`${folder}/${name}`, content);
  }
  return folder;
}

function sources(project: OpenedProject["project"]): readonly string[] {
  return project.paths.filter((file) => options.languageOf(file) !== undefined);
}

function candidates(opened: OpenedProject, asked: readonly string[] = [""], reads = false): readonly string[] {
  const paths: string[] = [];
  opened.candidatesIn(asked, { reads }).forEach((file) => paths.push(file.path));
  return paths;
}

function texts(opened: OpenedProject): readonly string[] {
  const found: string[] = [];
  opened.candidatesIn([""]).forEach((file) => found.push(file.text));
  return found;
}

function binary(file: string): object {
  return { path: file, message: "The file is binary (it is full of NUL bytes); it was not read.", help: "Save it as UTF-8 text, or leave it out with .gitignore." };
}
