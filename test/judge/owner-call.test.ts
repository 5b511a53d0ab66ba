import { describe, expect, it } from "vitest";
import { ownerCall } from "../../src/judge/owner-call.ts";
import type { Api, Service, TableEntry } from "../../src/model/ownership.ts";

const mainApi: Api = { name: "Main API", url: "http://localhost:8000", openapi: undefined };

describe("ownerCall", () => {
  it("joins an HTTP operation with the API's address", () => {
    expect(ownerCall(main(mainApi), users({ update: "POST /api/profile" }), "update")).toEqual({
      name: "Main API",
      call: "POST /api/profile",
      url: "http://localhost:8000/api/profile",
      api: mainApi,
    });
  });

  it.each([
    ["http://localhost:8000/", "PUT /api/pets/{id}", "http://localhost:8000/api/pets/{id}"],
    ["https://pets.example/v2", "put /pets/{id}?notify=1", "https://pets.example/v2/pets/{id}?notify=1"],
    [undefined, "POST /api/profile", undefined],
    ["http://localhost:8000", "POST https://gateway.example/profile", "https://gateway.example/profile"],
    ["http://localhost:8000", "https://gateway.example/profile", "https://gateway.example/profile"],
    ["http://localhost:8000", "users.UserService/Rename", undefined],
    ["http://localhost:8000", "/petclinic.users.v1.UserService/Rename", undefined],
    ["http://localhost:8000", "publish user.renamed on the queue `profiles`", undefined],
    ["http://localhost:8000", "PUT user.renamed", undefined],
    ["http://localhost:8000", "POST /api/profile with the user's token", undefined],
  ])("at %s, sends %s to %s", (base, call, url) => {
    const owner = main({ ...mainApi, url: base });
    expect(ownerCall(owner, users({ update: call }), "update")).toMatchObject({ call, url });
  });

  const every = { insert: "i", update: "u", delete: "d", write: "w" };
  it.each([
    ["insert", every, "i"],
    ["update", every, "u"],
    ["delete", every, "d"],
    ["truncate", every, "d"],
    ["upsert", every, "i"],
    ["upsert", { update: "u", write: "w" }, "u"],
    ["replace", { update: "u" }, "u"],
    ["merge", { delete: "d" }, "d"],
    ["delete", { update: "u", write: "w" }, "w"],
    ["write", every, "w"],
    ["write", { update: "u" }, undefined],
    ["delete", { insert: "i", update: "u" }, undefined],
    ["read", every, undefined],
    ["alter-table", every, undefined],
  ] as const)("for %s among %j, names %s", (operation, calls, call) => {
    expect(ownerCall(main(mainApi), users(calls), operation)?.call).toBe(call);
  });

  it("names the API and its address where the entry names no operation", () => {
    expect(ownerCall(main(mainApi), users({}), "insert")).toMatchObject({ name: "Main API", call: undefined, url: "http://localhost:8000" });
  });

  it("names the owner where a call is known but no API", () => {
    expect(ownerCall(main(undefined), users({ write: "users.UserService/Save" }), "insert")).toEqual({
      name: "Main Backend",
      call: "users.UserService/Save",
      url: undefined,
      api: undefined,
    });
  });

  it("is undefined where the owner offers neither", () => {
    expect(ownerCall(main(undefined), users({}), "update")).toBeUndefined();
    expect(ownerCall(main(undefined), users({ insert: "POST /api/users" }), "update")).toBeUndefined();
  });
});

const place = { path: "ownership.yaml", span: { start: 0, end: 0 } };

function main(api: Api | undefined): Service {
  return { name: "main", title: "Main Backend", paths: ["backend/main/**"], api, owns: [], databases: [], place };
}

function users(calls: TableEntry["calls"]): TableEntry {
  return { pattern: "users", schema: undefined, calls, copyOf: undefined, place };
}
