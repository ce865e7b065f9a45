// Undeclared names: SES makes them `undefined`, which hides every slip of the pen; here they throw as everywhere.

/**
 * What ends SES's chain of scopes says that it has every name, so that none is looked up in the process's own global
 * object. It is enough that it has the names which that object has: for all others the language itself then throws
 * `ReferenceError: x is not defined`, gives "undefined" to `typeof x`, and refuses the assignment.
 */
const TERMINATOR = `  has(_shadow, prop) {
    // we must at least return true for all properties on the realm globalThis
    return true;
  },`;
const ONLY_THE_REALMS = TERMINATOR.replace("return true;", "return prop in globalThis;");

/** SES's source with that one change. Throws if SES is another version than the one this was written for. */
export function namesThrow(sesSource: string): string {
  const [before, after, ...more] = sesSource.split(TERMINATOR);
  if (after === undefined || more.length > 0) throw new Error("SES has changed: see undeclared.ts");
  return before + ONLY_THE_REALMS + after;
}
