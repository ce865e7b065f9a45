// The git hook in a real repository: what it mends, tells and stops.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));
const FILE = "exercises/03-three/three.ts";
const kept = Object.entries(process.env).filter(
  ([name]) => !/^(VITEST|TEST$|NODE_ENV|NODE_OPTIONS|npm_|GIT_|FORCE_COLOR|CI$|HUSKY)/.test(name),
);
const env = {
  ...Object.fromEntries(kept),
  NO_COLOR: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.org",
};

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
  cpSync(join(ROOT, ".husky/pre-commit"), join(project.root, ".husky/pre-commit"));
  cpSync(join(ROOT, ".husky/install.mjs"), join(project.root, ".husky/install.mjs"));
  project.write(".gitignore", "node_modules*\n");
  // All that the engine and vitest bring along takes long to check, and is no part of what is tested here.
  const options = { strict: true, noEmit: true, target: "esnext", module: "nodenext", types: [] };
  const only = (...include: string[]) => JSON.stringify({ compilerOptions: options, include });
  project.write("tsconfig.json", only("exercises/**/*.ts"));
  project.write("scripts/tsconfig.json", only("mine.ts"));
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "as it was cloned");
  git("tag", "cloned");
  execFileSync(process.execPath, [".husky/install.mjs"], { cwd: project.root, env });
});
afterAll(() => project.remove());
afterEach(() => {
  git("reset", "-q", "--hard", "cloned");
  git("clean", "-qfd");
});

const git = (...args: string[]) => execFileSync("git", args, { cwd: project.root, env, encoding: "utf8" });
const read = (path: string) => readFileSync(join(project.root, path), "utf8");

/** Commits what is staged; what the hook said, and whether there is a commit. */
function commit(...args: string[]) {
  const { status, stderr } = spawnSync("git", ["commit", "-q", "-m", "mine", ...args], {
    cwd: project.root,
    env,
    encoding: "utf8",
  });
  return { committed: status === 0, said: stderr.trimEnd().split("\n").filter(Boolean) };
}

test("a student's half-written answers are committed as they are, with their points", () => {
  const mine = 'export const fetchAll = ( ) => { const wrong: number = "x"; return wrong }\n';
  project.write(FILE, mine);
  git("add", FILE);
  expect(commit()).toEqual({
    committed: true,
    said: [
      `${FILE}(1,40): error TS2322: Type 'string' is not assignable to type 'number'.`,
      "✗ 03-three  0 of 10 points: npm test 03",
    ],
  });
  expect([git("show", `HEAD:${FILE}`), read(FILE), git("status", "--short")]).toEqual([mine, mine, ""]);
  project.write(FILE, "export const fetchAll = ;\n");
  git("add", FILE);
  const broken = commit();
  expect(broken.committed).toBe(true);
  expect(broken.said.at(-1)).toBe("✗ 03-three  0 of 10 points: npm test 03");
});

test("what is staged counts, and what is not staged stays as it is", () => {
  const staged = rightAnswer.replace("Promise.all(", "Promise.all(  ");
  project.write(FILE, staged);
  git("add", FILE);
  const half = "export const fetchAll = (  ) => [];\n";
  project.write(FILE, half);
  expect(commit()).toEqual({ committed: true, said: ["✓ 03-three  10 of 10 points"] });
  expect([git("show", `HEAD:${FILE}`), read(FILE)]).toEqual([staged, half]);
});

test("of the project's own a file with other changes is not formatted, which stops the commit", () => {
  project.write("scripts/mine.ts", "export const  mine = 1;\n");
  git("add", "-A");
  project.write("scripts/mine.ts", "export const  mine = 2;\n");
  const { committed, said } = commit();
  expect([committed, said.slice(0, 1)]).toEqual([
    false,
    ["Not formatted, since more of it would be committed: scripts/mine.ts. npm run format, then git add it."],
  ]);
  expect(read("scripts/mine.ts")).toBe("export const  mine = 2;\n");
});

test("the project's own code is held to more: what is wrong with it is not committed", () => {
  project.write("scripts/mine.ts", "export const  mine: number = 'x';\n");
  project.write(FILE, "export const fetchAll = 1;\n");
  git("add", "-A");
  const { committed, said } = commit();
  expect(committed).toBe(false);
  expect(said).toContain("Formatted: scripts/mine.ts");
  expect(said).toContain(
    "scripts/mine.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.",
  );
  expect(said.join("\n")).not.toContain("points");
  project.write("scripts/mine.ts", "export const mine = 1;\n");
  git("add", "-A");
  expect(commit()).toEqual({ committed: true, said: [] });
});

test.skipIf(process.platform === "win32")(
  "names that look like options, patterns or commands are names, and links lead nowhere",
  () => {
    const untidy = "export const  x = 1;\n";
    const odd = [
      ...[
        "--write.ts",
        "-rf.ts",
        "a b.ts",
        "a'b\"c.ts",
        "$(touch ran).ts",
        "a;touch ran.ts",
        "*.ts",
        "a\u001b[2J.ts",
      ],
      ...[":(glob)x.ts", ":!x.ts", "line\nbreak.ts"],
    ];
    const outside = join(temporaryFolder({ "outside.ts": untidy }), "outside.ts");
    project.write("left.ts", untidy);
    for (const name of odd) writeFileSync(join(project.root, name), untidy);
    symlinkSync(outside, join(project.root, "link.ts"));
    git("--literal-pathspecs", "add", "--", ...odd, "link.ts");
    const { committed, said } = commit();
    expect([committed, said.filter((line) => !line.startsWith("Formatted: "))]).toEqual([true, []]);
    expect(said.join("\n")).not.toContain("\u001b");
    for (const name of odd) expect(read(name), name).toBe("export const x = 1;\n");
    expect(git("status", "--short", "-z").split("\0")).toEqual(["?? left.ts", ""]);
    expect([readFileSync(outside, "utf8"), existsSync(join(project.root, "ran"))]).toEqual([untidy, false]);
  },
);

test("a student edition warns of a changed grader, and stops nothing", () => {
  project.write("package.json", '{ "name": "x", "type": "module", "asyncDojo": { "edition": "student" } }\n');
  project.write("graders/03-three.ts", "export default  'full marks' as number;\n");
  git("add", "-A");
  git("rm", "-q", "--cached", "solutions/03-three/three.ts");
  const { committed, said } = commit();
  expect(committed).toBe(true);
  expect(said.slice(-2)).toEqual([
    "This commit changes graders/ and solutions/. You are graded by your teacher's copy: what you change there counts for nothing.",
    "To leave it out: git restore --staged graders solutions",
  ]);
});

test("without packages it says so, and lets the commit be", () => {
  const packages = join(project.root, "node_modules");
  renameSync(packages, `${packages}-away`);
  onTestFinished(() => renameSync(`${packages}-away`, packages));
  project.write(FILE, rightAnswer);
  git("add", FILE);
  expect(commit()).toEqual({
    committed: true,
    said: ["Nothing was checked before this commit: run npm ci first."],
  });
});

test("npm's prepare is silent without git, in CI and where it is unwanted, and says what keeps it from working", () => {
  const install = (more: NodeJS.ProcessEnv, git = true) => {
    const cwd = temporaryFolder({ ".husky/pre-commit": "", ...(git ? { ".git/": "" } : {}) });
    cpSync(join(ROOT, ".husky/install.mjs"), join(cwd, ".husky/install.mjs"));
    cpSync(join(ROOT, "node_modules/husky"), join(cwd, "node_modules/husky"), { recursive: true });
    if (git) execFileSync("git", ["init", "-q"], { cwd, env });
    const { status, stdout, stderr } = spawnSync(process.execPath, [".husky/install.mjs"], {
      cwd,
      env: { ...env, ...more },
      encoding: "utf8",
    });
    return { status, said: stdout + stderr, installed: existsSync(join(cwd, ".husky/_")) };
  };
  const silent = { status: 0, said: "", installed: false };
  expect(install({})).toEqual({ ...silent, installed: true });
  expect(install({}, false)).toEqual(silent);
  expect(install({ CI: "1" })).toEqual(silent);
  expect(install({ HUSKY: "0" })).toEqual(silent);
  expect(install({ PATH: "/nowhere" })).toEqual({
    ...silent,
    said: "The git hook was not installed: git command not found\n",
  });
});
