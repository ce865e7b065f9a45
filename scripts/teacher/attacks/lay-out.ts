// Lays a class out on disk as a teacher has it: with the attacker in it, or without.
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { tar } from "../../testing/tar-writer.ts";
import { zip } from "../../testing/zip-writer.ts";
import type { GradeOptions } from "../grade/args.ts";
import { formats, table } from "../reports/formats.ts";
import type { Attack, Files } from "./attack.ts";
import type { HonestClass } from "./classes.ts";

/** When every file was changed last, whoever looks: the download's time, before what is due. */
const CHANGED = new Date(Date.UTC(2026, 10, 30));

/** In a folder `root` (absolute, and empty): the class in `class`. Returns what to grade, into `root/report`. */
export function layOut(root: string, class_: HonestClass, attack?: Attack): GradeOptions {
  const folder = join(root, "class");
  mkdirSync(folder);
  const files = { ...class_.files, ...attack?.files };
  if (!class_.packed) writeAll(folder, files);
  for (const [name, time] of Object.entries(class_.clones ?? {})) makeClone(join(folder, name), time);
  attack?.act?.(folder);
  const place = class_.packed ? join(root, `class.${class_.packed}`) : folder;
  if (class_.packed === "zip") writeFileSync(place, zip(files));
  if (class_.packed === "tar.gz") writeFileSync(place, gzipSync(tar(files)));
  return {
    ...usual(root, place),
    ...class_.options,
    ...writeTables(root, class_, attack),
    ...attack?.options,
  };
}

/** What to grade if a class is nothing but these files, into the same report. */
export function layOutAlone(root: string, files: Files): GradeOptions {
  const folder = mkdtempSync(join(root, "earlier-"));
  writeAll(folder, files);
  return usual(root, folder);
}

function usual(root: string, place: string): GradeOptions {
  return {
    places: [{ given: "class", absolute: place }],
    out: join(root, "report"),
    formats: [table, ...formats.map(({ name }) => name)],
    attempts: "last",
    jobs: 2,
    sandbox: "auto",
    seed: 1,
  };
}

function writeTables(root: string, class_: HonestClass, attack?: Attack): Partial<GradeOptions> {
  const [header = "", ...rows] = class_.roster ?? [];
  const roster = [header, ...(attack?.rosterAbove ?? []), ...rows, ...(attack?.roster ?? [])];
  const worksheet = [...(class_.worksheet ?? []), ...(attack?.worksheet ?? [])];
  const at = (name: string) => join(root, name);
  const write = (name: string, lines: string[]) =>
    writeFileSync(at(name), lines.map((line) => `${line}\r\n`).join(""));
  if (class_.roster) write("roster.csv", roster);
  if (class_.worksheet) write("worksheet.csv", worksheet);
  return {
    ...(class_.roster && { roster: at("roster.csv") }),
    ...(class_.worksheet && { moodle: { path: at("worksheet.csv"), columns: {} } }),
  };
}

function writeAll(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const absolute = `${folder}/${path}`;
    mkdirSync(path.endsWith("/") ? absolute : dirname(absolute), { recursive: true });
    if (path.endsWith("/")) continue;
    writeFileSync(absolute, content);
    utimesSync(absolute, CHANGED, CHANGED);
  }
}

/** Files of a clone's .git by path, for each time: git is slow to start. */
const repositories = new Map<string, Map<string, Buffer>>();

/** Makes the folder (absolute) a clone with one commit of this time (ISO 8601). */
export function makeClone(folder: string, time: string): void {
  const files = repositories.get(time) ?? newRepository(time);
  repositories.set(time, files);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, ".git", path)), { recursive: true });
    writeFileSync(join(folder, ".git", path), content);
  }
  // Without them git takes it for no repository, and they are empty here.
  for (const empty of ["objects/info", "objects/pack", "refs/heads", "refs/tags"])
    mkdirSync(join(folder, ".git", empty), { recursive: true });
}

function newRepository(time: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "async-dojo-clone-"));
  try {
    const who = Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((role) => [
        [`GIT_${role}_NAME`, "A"],
        [`GIT_${role}_EMAIL`, "a@example.org"],
        [`GIT_${role}_DATE`, time],
      ]),
    );
    const env = { ...who, PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: "1" };
    for (const args of [
      ["init", "-q", "--template="],
      ["commit", "-q", "--allow-empty", "-m", "one"],
    ])
      execFileSync("git", args, { cwd: folder, env });
    const git = join(folder, ".git");
    const entries = readdirSync(git, { recursive: true, withFileTypes: true });
    return new Map(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [relative(git, path), readFileSync(path)]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Which of the honest students' files on disk are no longer what they were. */
export function changedFiles(root: string, { files, packed }: HonestClass): string[] {
  if (packed) return [];
  return Object.entries(files).flatMap(([path, content]) => {
    if (path.endsWith("/")) return [];
    return readFileSync(join(root, "class", path)).equals(Buffer.from(content)) ? [] : [path];
  });
}
