import { clientLibraries } from "./index.ts";

/** Words that make a file worth reading though it holds no SQL verb: calls that name a table themselves. */
export const clientMarkers: readonly string[] = [...new Set(clientLibraries.flatMap((library) => library.markers ?? []))];
