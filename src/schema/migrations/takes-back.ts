/**
 * Files that take a migration back: `002.down.sql`, `002-down.sql`, `down.sql`, `undo/2.sql`, and Flyway's `U2__drop.sql`
 * (https://documentation.red-gate.com/fd/undo-migrations-277579027.html).
 */
const FILE = /[._-](?:down|undo|rollback|revert)\.[^/.]+$|(?:^|\/)(?:(?:down|undo|rollback|revert)\.[^/.]+$|(?:downs?|undo|rollbacks?)\/|U\d[\w.]*__[^/]*\.sql$)/i;

/** Functions that do: `down`, `Migration1.down`, `downCreateUsers`, `Down00002`, `downgrade`; no `download`. */
const FUNCTION = /(?:^|\.)(?:down|Down)(?:grade)?(?![a-z])/;
const TEARDOWN = /(?:^|\.)\w*(?:teardown|tear_down|dropall|drop_all|rollback)/i;

/** Whether what stands in a file, or in a function (`scope`) of it, undoes what a migration has done. */
export function takesBack(path: string, scope: string): boolean {
  return FILE.test(path) || FUNCTION.test(scope) || TEARDOWN.test(scope);
}
