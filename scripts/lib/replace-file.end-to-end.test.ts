import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../../graders/engine/testing/folders.ts";
import { canMount } from "../testing/small-disk.ts";
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

test("written in pieces; where one cannot be had the old file stays, and nothing else is left there", async () => {
  const root = temporaryFolder({ "a.json": "old" });
  function* pieces(fault?: Error) {
    yield "one, ";
    yield Buffer.from("two");
    if (fault) throw fault;
  }
  await expect(replaceFile(join(root, "a.json"), pieces(new Error("gone")))).rejects.toThrow("gone");
  expect([readFileSync(join(root, "a.json"), "utf8"), readdirSync(root)]).toEqual(["old", ["a.json"]]);
  await replaceFile(join(root, "a.json"), pieces());
  expect([readFileSync(join(root, "a.json"), "utf8"), readdirSync(root)]).toEqual(["one, two", ["a.json"]]);
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
  const [path, length] = process.argv.slice(-2);
  await replaceFile(path, "n".repeat(Number(length))).catch((error) => console.log(error.code));
`;
const node = [process.execPath, "--input-type=module", "-e", program];

test("killed while it writes: the old file is whole, or the new one", async () => {
  const length = 64 * 1024 * 1024;
  const root = temporaryFolder({ "a.json": "old" });
  const path = join(root, "a.json");
  const child = spawn(node[0]!, [...node.slice(1), path, String(length)], { stdio: "ignore" });
  const ended = once(child, "exit");
  const begun = () =>
    readdirSync(root).some((name) => /\.tmp$/.test(name) && statSync(join(root, name)).size > 0);
  await vi.waitUntil(() => child.exitCode !== null || begun(), { interval: 1, timeout: 300_000 });
  child.kill("SIGKILL");
  await ended;
  expect([3, length]).toContain(statSync(path).size);
});

/** Runs the program after these commands of a shell, which set up what it has to live with; what all of them say. */
function runIn(shell: string[], commands: (run: string) => string, cwd: string): string {
  const [command, ...args] = [...shell, "bash", "-c", commands('"$0" "$@" a.json 100000'), ...node];
  return execFileSync(command!, args, { cwd, encoding: "utf8" });
}

test.skipIf(process.platform === "win32")(
  "a write that breaks off half way leaves the old file whole",
  () => {
    const root = temporaryFolder({ "a.json": "old" });
    // No file may become larger than 8 KiB.
    expect(runIn([], (run) => `ulimit -f 8; ${run}`, root)).toBe("EFBIG\n");
    expect([readFileSync(join(root, "a.json"), "utf8"), readdirSync(root)]).toEqual(["old", ["a.json"]]);
  },
);

test.runIf(canMount())("a full disk leaves the old file whole", () => {
  // The mount is gone with the shell that made it, so what is on it is looked at there.
  const disk = (run: string) => `
    mount -t tmpfs -o size=32k tmpfs disk; cd disk; printf old > a.json
    ${run}; cat a.json; ls -A`;
  expect(runIn(["unshare", "-rm"], disk, temporaryFolder({ "disk/": "" }))).toBe("ENOSPC\nolda.json\n");
});
