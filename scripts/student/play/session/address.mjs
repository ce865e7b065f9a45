// Where a session that is open answers `npm run play`: a socket in the project, for its owner alone. Plain JavaScript, see play.mjs.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * The folder of it, which nobody else may look into.
 * @param {string} root the project's folder
 */
export function folderIn(root) {
  return join(root, ".cache", "session");
}

/**
 * The address below `root`; undefined if there is none, or no session was ever open.
 * @param {string} root
 * @returns {string | undefined}
 */
export function addressIn(root) {
  if (process.platform === "win32") return pipeIn(root);
  const path = join(folderIn(root), "play.sock");
  const near = relative(process.cwd(), path);
  // The system takes some hundred bytes.
  return near.length < path.length ? near : path;
}

/**
 * Where the name of the pipe is kept on Windows: pipes lie in no folder, and a name that can be guessed could be another's.
 * @param {string} root
 */
export function pipeFileIn(root) {
  return join(folderIn(root), "play.pipe");
}

/** @param {string} root */
function pipeIn(root) {
  try {
    return readFileSync(pipeFileIn(root), "utf8");
  } catch {
    return undefined;
  }
}
