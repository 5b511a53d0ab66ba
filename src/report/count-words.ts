/** `1 file`, `1,234 files`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberWords(count)} ${count === 1 ? singular : plural}`;
}

/** `1,234`. */
export function numberWords(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** How much was read and how much of it is understood, for the end of a report. */
export function describeReading({ files, accesses, writes, unresolved }: { readonly files: number; readonly accesses: number; readonly writes: number; readonly unresolved: number }): string {
  return `Read ${countOf(files, "file")}: ${countOf(accesses, "table access", "table accesses")} found (${countOf(writes, "write")}), ${numberWords(accesses - unresolved)} resolved, ${numberWords(unresolved)} unresolved.`;
}
