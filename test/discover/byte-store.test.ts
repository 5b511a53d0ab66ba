import { expect, it } from "vitest";
import { createByteStore } from "../../src/discover/byte-store.ts";

it("gives back copies of what it was given", () => {
  const store = createByteStore(1000);
  const bytes = Buffer.from("users");
  store.keep("a", bytes);
  store.keep("empty", Buffer.alloc(0));
  store.keep("b", Buffer.from("pets"));
  bytes.fill(0);
  expect([store.get("a")?.toString(), store.get("b")?.toString(), store.get("empty")?.length, store.get("c")]).toEqual(["users", "pets", 0, undefined]);
});

it("takes no more than it has room for", () => {
  const store = createByteStore(10);
  for (const [path, size] of [["a", 6], ["b", 5], ["c", 4], ["d", 1]] as const) store.keep(path, Buffer.alloc(size));
  expect(["a", "b", "c", "d"].filter((path) => store.get(path))).toEqual(["a", "c"]);
});

it("keeps many files apart, over several chunks", () => {
  const store = createByteStore(64 * 1024 * 1024);
  const sizes = Array.from({ length: 40 }, (_, index) => 300_000 + index);
  sizes.forEach((size, index) => store.keep(String(index), Buffer.alloc(size, index + 1)));
  expect(sizes.filter((size, index) => !store.get(String(index))?.equals(Buffer.alloc(size, index + 1)))).toEqual([]);
});

it("leaves very large files alone", () => {
  const store = createByteStore(64 * 1024 * 1024);
  store.keep("dump.sql", Buffer.alloc(5 * 1024 * 1024));
  expect(store.get("dump.sql")).toBeUndefined();
});
