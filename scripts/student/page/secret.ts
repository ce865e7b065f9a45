// Where the pages of `npm run watch` lie: a path that nobody can guess, the same each time, so that a page that was left open
// finds its server again.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The path, `/…/`, as it is kept below `root`, where only the student's own account can read it; another one each time where it
 * cannot be kept so. vitest keeps its token in a cookie for a path below it; browsers send the cookies of a host to all its
 * ports, so under a known path any other server on this machine could ask for that.
 */
export function secretBase(root: string): string {
  const file = join(root, ".cache", "watch.secret");
  return `/${kept(file) ?? made(file)}/`;
}

function kept(file: string): string | undefined {
  try {
    const others = process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
    const [secret] = /^[\w-]{22}$/.exec(readFileSync(file, "utf8")) ?? [];
    return others ? undefined : secret;
  } catch {
    return undefined;
  }
}

function made(file: string): string {
  const secret = randomBytes(16).toString("base64url");
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Whoever has it open already, or made it, shall not read this one.
    rmSync(file, { force: true });
    writeFileSync(file, secret, { mode: 0o600, flag: "wx" });
    chmodSync(file, 0o600);
  } catch {}
  return secret;
}
