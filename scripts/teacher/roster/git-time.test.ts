import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { commitTime } from "./git-time.ts";

const hasGit = (() => {
  try {
    execFileSync("git", ["--version"]);
    return true;
  } catch {
    console.log("skipped, since there is no git here: when a clone's last commit was made");
    return false;
  }
})();

function clone(): string {
  const root = temporaryFolder({ "three-apis.ts": "export {}" });
  const who = {
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@x",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@x",
  };
  const env = { ...who, PATH: process.env.PATH, HOME: root, GIT_COMMITTER_DATE: "2026-12-01T20:00:00+01:00" };
  for (const args of [
    ["init", "-q"],
    ["add", "."],
    ["commit", "-qm", "one"],
  ])
    execFileSync("git", args, { cwd: root, env });
  return root;
}

test.runIf(hasGit)("the last commit's time, with its offset", async () => {
  expect(await commitTime(clone())).toEqual({ time: "2026-12-01T20:00:00+01:00" });
});

test("no clone, and a damaged one", async () => {
  expect(await commitTime(temporaryFolder({ "three-apis.ts": "" }))).toBeUndefined();
  expect(await commitTime(temporaryFolder({ ".git/HEAD": "nonsense" }))).toEqual({ untold: true });
});

test.runIf(hasGit)("a repository whose configuration names programs: none is run", async () => {
  const root = clone();
  const ran = join(root, "ran");
  const program = join(root, "program.sh");
  writeFileSync(program, `#!/bin/sh\ntouch ${ran}\n`);
  chmodSync(program, 0o755);
  appendFileSync(
    join(root, ".git/config"),
    `[core]\n\tfsmonitor = ${program}\n\thooksPath = ${root}\n\tpager = ${program}\n\tsshCommand = ${program}\n` +
      `[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${program}\n[alias]\n\tlog = !${program}\n` +
      `[pager]\n\tlog = ${program}\n[diff]\n\texternal = ${program}\n`,
  );
  const commit = execFileSync("git", ["--git-dir", join(root, ".git"), "cat-file", "commit", "HEAD"], {
    encoding: "utf8",
  });
  // Signed, or no signature would be shown.
  const signed = commit.replace(
    "\n\n",
    "\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\n",
  );
  const hash = execFileSync(
    "git",
    ["--git-dir", join(root, ".git"), "hash-object", "-t", "commit", "-w", "--stdin"],
    {
      input: signed,
      encoding: "utf8",
    },
  ).trim();
  writeFileSync(join(root, ".git/HEAD"), `${hash}\n`);
  expect(await commitTime(root)).toEqual({ time: "2026-12-01T20:00:00+01:00" });
  expect(existsSync(ran)).toBe(false);
  // The bait works: git as it is does run it.
  execFileSync("git", ["--git-dir", join(root, ".git"), "log", "-1"], { stdio: "ignore" });
  expect(existsSync(ran)).toBe(true);
});

test.runIf(hasGit)("a commit that would have to be fetched is not: no transport is started", async () => {
  const root = clone();
  const ran = join(root, "ran");
  appendFileSync(
    join(root, ".git/config"),
    `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n` +
      `[remote "origin"]\n\turl = ext::sh -c "touch ${ran}"\n\tpromisor = true\n[protocol "ext"]\n\tallow = always\n`,
  );
  writeFileSync(join(root, ".git/HEAD"), `${"1".repeat(40)}\n`);
  expect(await commitTime(root)).toEqual({ untold: true });
  expect(existsSync(ran)).toBe(false);
});

/** A number as packs write it: seven bits a byte, the least first. */
function varint(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) | 128, ...varint(Math.floor(number / 128))];
}

function entry(type: number, size: number, ...parts: Buffer[]): Buffer {
  const [low, rest] = [size % 16, Math.floor(size / 16)];
  const head = rest > 0 ? [(type << 4) | low | 128, ...varint(rest)] : [(type << 4) | low];
  return Buffer.concat([Buffer.from(head), ...parts]);
}

/** The repository's last commit is a small one, kept as the difference to one of this many bytes, all but all alike. */
function packDifferenceTo(root: string, bytes: number): void {
  const git = (args: string[], input?: Buffer) =>
    execFileSync("git", ["--git-dir", join(root, ".git"), ...args], {
      input,
      stdio: ["pipe", "pipe", "ignore"],
    });
  const small = git(["cat-file", "commit", "HEAD"]);
  const commit = Buffer.concat([small, Buffer.from("again\n")]);
  const base = Buffer.concat([small, Buffer.alloc(bytes - small.length, "a")]);
  const hash = createHash("sha1").update(`commit ${base.length}\0`).update(base).digest();
  // Copies what both begin with, and inserts the rest.
  const copy = Buffer.from([0x80 | 0x10 | 0x20, small.length & 255, small.length >> 8]);
  const insert = Buffer.concat([Buffer.from([6]), Buffer.from("again\n")]);
  const sizes = Buffer.from([...varint(base.length), ...varint(commit.length)]);
  const delta = Buffer.concat([sizes, copy, insert]);
  const head = Buffer.from([...Buffer.from("PACK"), 0, 0, 0, 2, 0, 0, 0, 2]);
  const pack = Buffer.concat([
    head,
    entry(1, base.length, deflateSync(base, { level: 1 })),
    entry(7, delta.length, hash, deflateSync(delta)),
  ]);
  const sum = createHash("sha1").update(pack).digest();
  git(["index-pack", "--stdin"], Buffer.concat([pack, sum]));
  const id = createHash("sha1").update(`commit ${commit.length}\0`).update(commit).digest("hex");
  writeFileSync(join(root, ".git/HEAD"), `${id}\n`);
}

test.runIf(hasGit)(
  "a commit that unpacks to far more than it is packed: git gets no such memory",
  async () => {
    const root = clone();
    packDifferenceTo(root, 1024 * 1024);
    expect(await commitTime(root)).toEqual({ time: "2026-12-01T20:00:00+01:00" });
    packDifferenceTo(root, 24 * 1024 * 1024);
    expect(await commitTime(root)).toEqual({ untold: true });
    // The bait works: git as it is does read it.
    const time = execFileSync("git", ["--git-dir", join(root, ".git"), "log", "-1", "--format=%cI"], {
      encoding: "utf8",
    });
    expect(time).toBe("2026-12-01T20:00:00+01:00\n");
  },
);

test.runIf(hasGit)(
  "many at once: one after the other, and one that cannot be read costs the others nothing",
  async () => {
    const [good, bad] = [clone(), temporaryFolder({ ".git/HEAD": "nonsense" })];
    const asked = await Promise.all([good, bad, good, bad, good].map(commitTime));
    const time = { time: "2026-12-01T20:00:00+01:00" };
    expect(asked).toEqual([time, { untold: true }, time, { untold: true }, time]);
  },
);
