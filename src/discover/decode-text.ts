/** The encoding of a text file as its first bytes tell, and where the text begins behind a byte order mark. */
interface Encoding {
  readonly mark: readonly number[];
  readonly name: "utf-8" | "utf-16le" | "utf-16be";
}

const marked: readonly Encoding[] = [
  { mark: [0xef, 0xbb, 0xbf], name: "utf-8" },
  { mark: [0xff, 0xfe], name: "utf-16le" },
  { mark: [0xfe, 0xff], name: "utf-16be" },
];

const unmarked: Encoding = { mark: [], name: "utf-8" };

/** Whether the bytes are UTF-8 as far as a byte order mark tells; they may be searched as they stand. */
export function isByteText(bytes: Buffer): boolean {
  return encodingOf(bytes).name === "utf-8";
}

/** Decodes a text, its byte order mark left out. What is no valid text becomes U+FFFD. Undefined for binary data: it holds a NUL. */
export function decodeText(bytes: Buffer): string | undefined {
  const { mark, name } = encodingOf(bytes);
  if (name === "utf-8") return bytes.includes(0) ? undefined : bytes.toString("utf8", mark.length);
  const text = new TextDecoder(name).decode(bytes);
  return text.includes("\0") ? undefined : text;
}

function encodingOf(bytes: Buffer): Encoding {
  return marked.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte)) ?? unmarked;
}
