import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../graders/engine/testing/folders.ts";
import { replaceFile, tryFolder } from "./replace-file.ts";

test("makes the file, and replaces it; nothing else is left there", async () => {
  const root = temporaryFolder({});
  await replaceFile(join(root, "a.json"), "old");
  await replaceFile(join(root, "a.json"), "new");
  expect([readFileSync(join(root, "a.json"), "utf8"), readdirSync(root)]).toEqual(["new", ["a.json"]]);
});

test("what cannot be replaced stays, and nothing else is left there", async () => {
  const root = temporaryFolder({ "a.json/full": "" });
  await expect(replaceFile(join(root, "a.json"), "new")).rejects.toMatchObject({ syscall: "rename" });
  expect(readdirSync(root)).toEqual(["a.json"]);
});

test("the folder must be there", async () => {
  const root = temporaryFolder({});
  await expect(replaceFile(join(root, "x/a.json"), "new")).rejects.toMatchObject({ code: "ENOENT" });
  await expect(tryFolder(join(root, "x"))).rejects.toMatchObject({ code: "ENOENT" });
});

test("what a killed run left is removed when it is old; nothing else is", async () => {
  const leftover = ".a.json.01234567-89ab-cdef-0123-456789abcdef.tmp";
  const others = { [leftover.replace("01", "99")]: "being written", ".env.tmp": "mine", "a.json": "old" };
  const root = temporaryFolder({ [leftover]: "half", ...others });
  const anHourAgo = Date.now() / 1000 - 3600;
  for (const name of [leftover, ".env.tmp", "a.json"]) utimesSync(join(root, name), anHourAgo, anHourAgo);
  await tryFolder(root);
  expect(readdirSync(root).sort()).toEqual(Object.keys(others).sort());
});

const program = `
  import { replaceFile } from ${JSON.stringify(join(import.meta.dirname, "replace-file.ts"))};
  await replaceFile(process.argv[1], "n".repeat(100_000)).catch((error) => console.log(error.code));
`;

/** Runs the program in a shell after these commands, which set up what it has to live with; what it says. */
function runAfter(commands: string, path: string): string {
  const script = `${commands} && exec "$0" --input-type=module -e "$1" "$2"`;
  const args = ["-c", script, process.execPath, program, path];
  return execFileSync("bash", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

test.skipIf(process.platform === "win32")(
  "a write that breaks off half way leaves the old file whole",
  () => {
    const root = temporaryFolder({ "a.json": "old" });
    // No file may become larger than 8 KiB.
    expect(runAfter("ulimit -f 8", join(root, "a.json"))).toBe("EFBIG\n");
    expect([readFileSync(join(root, "a.json"), "utf8"), readdirSync(root)]).toEqual(["old", ["a.json"]]);
  },
);

/** Whether this machine lets us mount a small disk of our own, which goes with the process that mounted it. */
function canMount(): boolean {
  try {
    execFileSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return existsSync("/bin/bash");
  } catch {
    return false;
  }
}

test.runIf(canMount())("a full disk leaves the old file whole", () => {
  const root = temporaryFolder({});
  mkdirSync(join(root, "disk"));
  writeFileSync(join(root, "program.mjs"), program);
  const script = `
    mount -t tmpfs -o size=32k tmpfs disk && printf old > disk/a.json
    "$0" program.mjs disk/a.json; cat disk/a.json; ls -A disk`;
  const run = program.replace("process.argv[1]", "process.argv[2]");
  writeFileSync(join(root, "program.mjs"), run);
  const said = execFileSync("unshare", ["-rm", "bash", "-c", script, process.execPath], {
    encoding: "utf8",
    cwd: root,
  });
  expect(said).toBe("ENOSPC\nolda.json\n");
});
