// Attacks by a repository: its times, its objects, its configuration, and what it says of others'.
import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Attack, rubbish } from "../attack.ts";
import { makeClone } from "../lay-out.ts";

const LATE = "2027-03-01T12:00:00+14:00";

/** A clone of hers in `folder`, with a commit of `time`; `act` gets the class's folder and her `.git`. */
function cloned(
  name: string,
  tries: string,
  act: (class_: string, git: string) => void = () => {},
  { folder = "eve", time = LATE } = {},
): Attack {
  return {
    name: `clones: ${name}`,
    tries,
    in: "clones",
    files: { [`${folder}/three-apis.ts`]: rubbish },
    act(class_) {
      makeClone(join(class_, folder), time);
      act(class_, join(class_, folder, ".git"));
    },
  };
}

function gitIn(git: string, args: string[], input?: string | Buffer): string {
  return execFileSync("git", ["--git-dir", git, ...args], { input: input ?? "", encoding: "utf8" }).trim();
}

/** Makes a commit of any text the last one. */
function commitText(git: string, text: string): void {
  const hash = gitIn(git, ["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], text);
  writeFileSync(join(git, "HEAD"), `${hash}\n`);
}

const tree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";
const signed = (when: string) => `author A <a@x> ${when}\ncommitter A <a@x> ${when}\n\n`;

export const clones: Attack[] = [
  cloned("an attempt with a late commit", "to make another late", undefined, { folder: "ada-attempt-2" }),
  cloned("an attempt with an early commit", "to be another in time", undefined, {
    folder: "bela_attempt_1",
    time: "2020-01-01T00:00:00Z",
  }),
  cloned("a twin in case", "to make another late", undefined, { folder: "Ada" }),
  cloned("a twin by composition", "to make another late", undefined, { folder: "ada\u200b" }),
  cloned("a user called as an exercise", "to make the class one", undefined, { folder: "03-three-apis" }),
  cloned("a user called as the folder of exercises", "to make the class one", undefined, {
    folder: "exercises",
  }),
  {
    ...cloned("another's number as a name", "to be in another's row", undefined, { folder: "501" }),
    doubt: ["ada", "501"],
  },
  cloned("a name of 255 bytes", "to end the run", undefined, { folder: "e".repeat(255) }),
  cloned("another's repository", "to have another's time", (class_, git) => {
    rmSync(git, { recursive: true });
    writeFileSync(git, `gitdir: ${join(class_, "ada/.git")}\n`);
  }),
  cloned("a link to another's repository", "to have another's time", (class_, git) => {
    rmSync(git, { recursive: true });
    symlinkSync(join(class_, "ada/.git"), git);
  }),
  cloned("another's objects", "to read, or to write, another's objects", (class_, git) => {
    mkdirSync(join(git, "objects/info"), { recursive: true });
    writeFileSync(join(git, "objects/info/alternates"), `${join(class_, "ada/.git/objects")}\n`);
    appendFileSync(join(git, "config"), "[gc]\n\tauto = 1\n[maintenance]\n\tauto = true\n");
  }),
  cloned("a work tree that is another's", "to have another's files changed", (class_, git) => {
    appendFileSync(join(git, "config"), `[core]\n\tbare = false\n\tworktree = ${join(class_, "ada")}\n`);
  }),
  cloned("programs", "to have another's files changed by what git runs", (class_, git) => {
    const program = join(git, "program.sh");
    writeFileSync(program, `#!/bin/sh\necho x >> '${join(class_, "ada/three-apis.ts")}'\n`);
    chmodSync(program, 0o755);
    appendFileSync(
      join(git, "config"),
      `[core]\n\tfsmonitor = ${program}\n\tpager = ${program}\n\tsshCommand = ${program}\n\thooksPath = ${git}\n` +
        `[alias]\n\tlog = !${program}\n[gpg]\n\tprogram = ${program}\n[log]\n\tshowSignature = true\n`,
    );
  }),
  cloned("a configuration of another's", "to read another's configuration", (class_, git) => {
    appendFileSync(join(git, "config"), `[include]\n\tpath = ${join(class_, "bela/.git/config")}\n[core\n`);
  }),
  cloned("a time that there is not", "to end the run", (_, git) => {
    commitText(git, tree + signed("99999999999999999999 +9999"));
  }),
  cloned("a time of before the first", "to end the run", (_, git) =>
    commitText(git, tree + signed("-1 +0000")),
  ),
  cloned("a commit without a time", "to end the run", (_, git) => commitText(git, `${tree}\n`)),
  cloned("a commit of 20 MB", "to use up the memory", (_, git) => {
    commitText(git, `${tree}${signed("1764000000 +0000")}${"x".repeat(2e7)}`);
  }),
  cloned("a loop of names", "to use up the time", (_, git) => {
    writeFileSync(join(git, "HEAD"), "ref: refs/heads/a\n");
    mkdirSync(join(git, "refs/heads"), { recursive: true });
    writeFileSync(join(git, "refs/heads/a"), "ref: refs/heads/b\n");
    writeFileSync(join(git, "refs/heads/b"), "ref: refs/heads/a\n");
  }),
  cloned("no repository", "to end the run", (_, git) => {
    rmSync(git, { recursive: true });
    mkdirSync(git);
    writeFileSync(join(git, "HEAD"), Buffer.alloc(1e6, 0xff));
  }),
];
