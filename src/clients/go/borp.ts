import { mapper } from "./gorp.ts";

/** pkg.go.dev/github.com/letsencrypt/borp: gorp with contexts. */
export const borp = mapper("go/borp", ["github.com/letsencrypt/borp", "*/borp"], 1);
