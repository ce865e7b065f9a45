// Puts an exercise's stub back, and never loses what was there.
import { constants, copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { numberOf, slugOf } from "../../lib/exercise-ids.ts";
import { replaceFile } from "../../lib/replace-file.ts";
import { UsageError } from "../../lib/usage-error.ts";

/**
 * Keeps the exercise's file in `.attempts/ID/` under the local time `now`, then writes the stub in its place. Lines that
 * say what was done. Rejects with a UsageError, with everything left as it was, if it cannot be done.
 */
export async function resetExercise(
  root: string,
  id: string,
  stub: string | undefined,
  now: Date,
): Promise<string[]> {
  const path = `exercises/${id}/${slugOf(id)}.ts`;
  if (stub === undefined)
    throw new UsageError(
      `graders/stubs.json does not have ${path}. Get it back: git checkout graders/stubs.json`,
    );
  const text = textOf(root, path);
  if (text?.replaceAll("\r\n", "\n") === stub.replaceAll("\r\n", "\n"))
    return [`There is nothing to reset: ${path} is as you first got it.`];
  const kept = text === undefined ? undefined : keep(root, id, path, now);
  guarded(path, () => mkdirSync(join(root, "exercises", id), { recursive: true }));
  await replaceFile(join(root, path), stub).catch((error) => {
    throw cannot(path, error);
  });
  const others = readdirSync(join(root, "exercises", id)).filter(
    (name) => !["README.md", ".grader.ts", ".DS_Store", `${slugOf(id)}.ts`].includes(name),
  );
  return [
    `${path} is as you first got it.`,
    kept ? `Your attempt is kept in ${kept}` : "It was gone, so there was nothing to keep.",
    ...(others.length > 0 ? [`Left as they are: ${others.join(", ")}`] : []),
    `Next: npm test exercises/${numberOf(id)}`,
  ];
}

/** Undefined if there is no such file. A link or a folder is not ours to replace. */
function textOf(root: string, path: string): string | undefined {
  const found = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isFile())
    throw new UsageError(`${path} is no regular file. Move it away yourself, then reset again.`);
  return guarded(path, () => readFileSync(join(root, path), "utf8"));
}

/** Copies the file to a place that nothing has yet; its path relative to the project. */
function keep(root: string, id: string, path: string, now: Date): string {
  const folder = `.attempts/${id}`;
  guarded(folder, () => mkdirSync(join(root, folder), { recursive: true }));
  for (let count = 1; ; count++) {
    const place = `${folder}/${stamp(now)}${count === 1 ? "" : `-${count}`}-${slugOf(id)}.ts`;
    try {
      copyFileSync(join(root, path), join(root, place), constants.COPYFILE_EXCL);
      return place;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw cannot(place, error);
    }
  }
}

/** `2026-03-01T14-05-09`, local time: Windows allows no colon in a file's name. */
function stamp(now: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${date}T${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join("-")}`;
}

function guarded<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw cannot(path, error);
  }
}

function cannot(path: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  return new UsageError(
    `Not reset: ${path} cannot be read or written (${code}).\nYour attempt is where it was.`,
  );
}
