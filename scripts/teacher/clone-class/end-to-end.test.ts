// The class's repositories, some of them hostile, cloned as the workflow does it, from bare repositories on this disk.
import { execFileSync, spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { notFetchedReaders } from "../intake/not-fetched.ts";
import { findSubmissions } from "../intake/submissions.ts";

const command = join(import.meta.dirname, "../../clone-class.ts");
const env = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.org",
};

let root: string;
const bare = (name: string) => join(root, "server", `${name}.git`);
function git(name: string, args: string[], input?: string | Buffer): string {
  return execFileSync("git", ["--git-dir", bare(name), ...args], {
    env,
    input,
    stdio: ["pipe", "pipe", "pipe"],
  })
    .toString()
    .trim();
}

type Item = [mode: string, content: string | Item[], name: string];

/** Writes the tree with all below it; what git itself would refuse to be asked for is written all the same. */
function tree(repository: string, items: Item[]): string {
  const lines = items.map(([mode, content, name]) => {
    const kind = { "040000": "tree", "160000": "commit" }[mode] ?? "blob";
    const id =
      typeof content !== "string"
        ? tree(repository, content)
        : /^[0-9a-f]{40}$/.test(content)
          ? content
          : git(repository, ["hash-object", "-w", "--stdin"], content);
    return `${mode} ${kind} ${id}\t${name}\0`;
  });
  return git(repository, ["mktree", "-z", "--missing"], lines.join(""));
}

function repository(name: string, items: Item[] | string): void {
  git(name, ["init", "-q", "--bare", "-b", "main", bare(name)]);
  const made = typeof items === "string" ? items : tree(name, items);
  git(name, ["update-ref", "refs/heads/main", git(name, ["commit-tree", "-m", "mine", made])]);
}

const answer: Item = ["100644", "export {};\n", "three-apis.ts"];
function makeRepositories(): void {
  root = temporaryFolder({ "server/": "", "outside.ts": "secret\n" });
  repository("class-ada", [answer]);
  repository("class-bela", [answer, ["100644", "* filter=evil\n", ".gitattributes"]]);
  repository("class-long", [answer, ["100644", "x", "a".repeat(300)]]);
  repository("class-link", [["120000", "../../outside.ts", "three-apis.ts"]]);
  const modules = '[submodule "s"]\n\tpath = s\n\turl = file:///nowhere\n';
  repository("class-module", [answer, ["160000", "1".repeat(40), "s"], ["100644", modules, ".gitmodules"]]);
  repository("class-gitdir", [answer, ["040000", [["100755", "touch /tmp/x", "post-checkout"]], ".git"]]);
  repository("class-climb", [answer, ["040000", [["100644", "x", "y.ts"]], ".."]]);
  git("class-large", ["init", "-q", "--bare", "-b", "main", bare("class-large")]);
  const mebibyte = git("class-large", ["hash-object", "-w", "--stdin"], "a".repeat(1024 * 1024));
  repository(
    "class-large",
    Array.from({ length: 201 }, (_, index): Item => ["100644", mebibyte, `${index}.ts`]),
  );
  let bomb = tree("class-large", [answer]);
  for (let depth = 0; depth < 7; depth++)
    bomb = tree(
      "class-large",
      Array.from({ length: 10 }, (_, index): Item => ["040000", bomb, String(index)]),
    );
  git("class-bomb", ["init", "-q", "--bare", "-b", "main", bare("class-bomb")]);
  execFileSync("cp", ["-r", join(bare("class-large"), "objects"), bare("class-bomb")]);
  git("class-bomb", [
    "update-ref",
    "refs/heads/main",
    git("class-bomb", ["commit-tree", "-m", "mine", bomb]),
  ]);
  git("class-empty", ["init", "-q", "--bare", "-b", "main", bare("class-empty")]);
  repository("other-ada", [answer]);
}

const names = [
  ...["ada", "bela", "long", "link", "module", "gitdir", "climb", "large", "bomb", "empty", "gone"],
  ...["", "..", "--upload-pack=x", ".hidden", "a b`id`", "x::stop-commands::y"],
].map((name) => `class-${name}`);

function run(...more: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      command,
      ...["--from", String(pathToFileURL(join(root, "server"))), "--into", join(root, "class")],
      ...["--not-fetched", join(root, "not-fetched.json"), ...more],
    ],
    {
      input: ["other-ada", ...names, "ada"].join("\n"),
      env: { ...env, GITHUB_STEP_SUMMARY: join(root, "summary.md"), GIT_CONFIG_GLOBAL: "/nowhere" },
      encoding: "utf8",
    },
  );
  return { status, stdout, stderr };
}

test("whose repository cannot be cloned is listed with the reason and reported; all others are there", {
  timeout: 120_000,
}, async () => {
  makeRepositories();
  const { status, stdout, stderr } = run("--prefix=class-");
  expect([status, stderr]).toEqual([0, ""]);
  expect(readdirSync(join(root, "class")).sort()).toEqual(["ada", "bela", "link", "module"]);
  const file = join(root, "not-fetched.json");
  const listed = JSON.parse(readFileSync(file, "utf8")) as { id: string; reason: string }[];
  const reasons = Object.fromEntries(
    listed.map(({ id, reason }) => [id, reason.replace(/^The repository was not cloned: (.*)\.$/, "$1")]),
  );
  const unfit = "its name is none that a folder here is given";
  expect(reasons).toEqual({
    "--upload-pack=x": unfit,
    "..": unfit,
    ".hidden": unfit,
    "a b`id`": unfit,
    "x::stop-commands::y": unfit,
    "class-": "its name is the prefix alone",
    bomb: "it could not be listed: it is far too large",
    climb: expect.stringMatching(/^it could not be written out: invalid path '\.\./),
    empty: "it has no commit",
    gitdir: expect.stringMatching(/^it could not be written out: invalid path '\.git/),
    gone: expect.stringMatching(/^it could not be fetched: .*gone/),
    large: "its files have more than 200 MiB together",
    long: `a file's name in it has more than 255 bytes: ${"a".repeat(100)}…`,
  });
  expect(stdout.split("\n").filter((line) => !/^(Not|Repositories) cloned: /.test(line))).toEqual([""]);
  expect(readFileSync(join(root, "summary.md"), "utf8")).toContain(
    "Repositories cloned: 4. Not cloned, and reported as invalid: 13\n\n| submission | why |\n",
  );

  const place = { given: "class", absolute: join(root, "class") };
  const more = await notFetchedReaders(file);
  const { readers } = await findSubmissions([place], ["03-three-apis"], { more });
  const read = await Promise.all(
    readers.map(async ({ id, read }) => {
      const { "03-three-apis": found } = await read(["03-three-apis"]);
      return [id, found && "refused" in found ? found.refused : "taken"];
    }),
  );
  const taken = Object.fromEntries(read.filter(([, what]) => what === "taken"));
  expect(taken).toEqual({ ada: "taken", bela: "taken", module: "taken" });
  expect(read.filter(([, what]) => what === "invalid")).toHaveLength(14);
  expect(lstatSync(join(root, "class/link/three-apis.ts")).isSymbolicLink()).toBe(true);

  // Again: what is there stays as it is, and a prefix that nobody has is told.
  mkdirSync(join(root, "class/da"));
  writeFileSync(join(root, "class/da/three-apis.ts"), "mine");
  expect(run("--prefix=class-a").stdout).toContain(
    'Not cloned: "class-ada": a submission of this name lies there already\n',
  );
  expect(readFileSync(join(root, "class/da/three-apis.ts"), "utf8")).toBe("mine");
  const nobody = run("--prefix=nobody-");
  expect([nobody.status, nobody.stderr]).toEqual([
    1,
    'Of 19 repositories none has a name that begins with "nobody-". Is the prefix right, and may the token read them?\n',
  ]);
});
