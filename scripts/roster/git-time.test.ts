import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../graders/engine/testing/folders.ts";
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
  expect(await commitTime(clone())).toBe("2026-12-01T20:00:00+01:00");
});

test("no clone, and a damaged one", async () => {
  expect(await commitTime(temporaryFolder({ "three-apis.ts": "" }))).toBeUndefined();
  expect(await commitTime(temporaryFolder({ ".git/HEAD": "nonsense" }))).toBeUndefined();
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
  expect(await commitTime(root)).toBe("2026-12-01T20:00:00+01:00");
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
  expect(await commitTime(root)).toBeUndefined();
  expect(existsSync(ran)).toBe(false);
});
