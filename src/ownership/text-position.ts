import { LineCounter } from "yaml";

/** Line and column of an offset, both 1-based. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** A function from an offset in a text to its line and column. */
export function positionFinder(text: string): (offset: number) => TextPosition {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}
