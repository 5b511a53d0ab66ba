/** Folders and files of tests: what they create lives in a database of theirs. */
const TEST_CODE = /(?:^|\/)(?:__tests__|tests?|testdata|e2e)\/|_test\.go$|\.(?:test|spec)\.[cm]?[jt]sx?$/;

export function isTestCode(path: string): boolean {
  return TEST_CODE.test(path);
}
