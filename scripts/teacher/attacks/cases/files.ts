// Attacks by what lies in a submission's folder: links, pipes, files of ours, too much of all.
import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Attack, type Files, rubbish } from "../attack.ts";

/** `act` gets the class's folder and hers in it. */
function inFolder(
  name: string,
  tries: string,
  act: (class_: string, mine: string) => void,
  files: Files = {},
): Attack {
  return {
    name: `files: ${name}`,
    tries,
    in: "folders",
    files: { "eve/timeout.ts": rubbish, ...files },
    act: (class_) => act(class_, join(class_, "eve")),
  };
}

const links = [
  inFolder("a link to another's file", "to hand in what is another's", (class_, mine) =>
    symlinkSync(join(class_, "ada/three-apis.ts"), join(mine, "three-apis.ts")),
  ),
  inFolder("a link to another's folder", "to be another, twice", (class_) =>
    symlinkSync(join(class_, "ada"), join(class_, "ada2")),
  ),
  inFolder("a link to another's folder, below", "to have another's exercises", (class_, mine) =>
    symlinkSync(join(class_, "ada"), join(mine, "exercises")),
  ),
  inFolder("a link to the class", "to be everybody", (class_, mine) =>
    symlinkSync(class_, join(mine, "exercises")),
  ),
  inFolder("a link to itself", "to be without an end", (class_, mine) => {
    symlinkSync(join(mine, "three-apis.ts"), join(mine, "three-apis.ts"));
    symlinkSync(join(class_, "loop"), join(class_, "loop"));
  }),
  inFolder("a link as an attempt", "to have another's folder as an attempt", (class_) => {
    mkdirSync(join(class_, "eva"));
    symlinkSync(join(class_, "ada"), join(class_, "eva/attempt-2"));
  }),
  inFolder("a file that is another's, too", "to share a file with somebody", (class_, mine) =>
    linkSync(join(class_, "bela/three-apis.ts"), join(mine, "three-apis.ts")),
  ),
];

const pipes = [
  inFolder("a pipe", "to be waited for", (_, mine) => execFileSync("mkfifo", [join(mine, "three-apis.ts")])),
  inFolder("a pipe as an archive", "to be waited for", (class_) =>
    execFileSync("mkfifo", [join(class_, "eva.zip")]),
  ),
  inFolder("nothing that may be read", "to end the run", (_, mine) => {
    writeFileSync(join(mine, "three-apis.ts"), rubbish);
    chmodSync(join(mine, "three-apis.ts"), 0);
  }),
  inFolder("a folder in a file's place", "to end the run", () => {}, {
    "eve/three-apis.ts/three-apis.ts": "x",
  }),
  inFolder("an archive of a tebibyte", "to use up the memory", (class_) => {
    writeFileSync(join(class_, "eva.zip"), "PK\u0003\u0004");
    truncateSync(join(class_, "eva.zip"), 2 ** 40);
  }),
  inFolder("names that are no text", "to share a name with somebody", (class_) => {
    for (const byte of [0xfe, 0xff])
      mkdirSync(Buffer.concat([Buffer.from(`${class_}/ada`), Buffer.from([byte])]));
  }),
];

const many: Files = Object.fromEntries(
  Array.from({ length: 1000 }, (_, index) => [`eve/f${index}.ts`, "export {}"]),
);
const contents = [
  inFolder("a file of 300 KiB", "to use up the memory", () => {}, {
    "eve/three-apis.ts": "x".repeat(300_000),
  }),
  inFolder("a thousand files", "to use up the time", () => {}, many),
  inFolder("a hundred folders in each other", "to use up the stack", () => {}, {
    [`eve/${"d/".repeat(100)}three-apis.ts`]: rubbish,
  }),
  inFolder("what is no text", "to end the run", () => {}, {
    "eve/three-apis.ts": Buffer.from([0xff, 0, 0xd8]),
  }),
  inFolder("a configuration of ours", "to change how others are graded", () => {}, {
    "eve/package.json": '{"type":"commonjs","scripts":{"postinstall":"exit 1"}}',
    "eve/tsconfig.json": "{",
    "eve/vitest.config.ts": "throw 1",
    "eve/.npmrc": "script-shell=/bin/false",
    "eve/node_modules/esbuild/index.js": "throw 1",
  }),
  inFolder("a report of hers", "to be taken for ours", () => {}, {
    "eve/report/results.json": '{"submissions":[{"id":"ada","score":0}]}',
    "eve/gradebook.sqlite": "SQLite format 3\0",
    "eve/graders/03-three-apis.ts": "throw 1",
    "eve/.grader.ts": "throw 1",
  }),
  inFolder("an attempt beside her files", "to have attempts of somebody else", () => {}, {
    "eve/ada-attempt-2/three-apis.ts": rubbish,
    "eve/attempt-1/three-apis.ts": rubbish,
  }),
  inFolder("folders of exercises in an attempt", "to make the class hers", () => {}, {
    "eva/attempt-3/exercises/03-three-apis/three-apis.ts": rubbish,
    "eva/attempt-3/ada/three-apis.ts": rubbish,
  }),
];

export const files = [...links, ...pipes, ...contents];
