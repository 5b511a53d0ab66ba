/** What an argument of a call may be: an object or struct with one of the keys, a value of the library's type, a text with one of the words. */
export interface ArgumentTest {
  readonly keys?: readonly string[];
  readonly is?: string;
  /** In small letters, with single blanks. */
  readonly words?: readonly string[];
}
