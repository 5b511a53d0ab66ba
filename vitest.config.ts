import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/build-when-stale.ts"],
    testTimeout: 30_000,
  },
});
