import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/folders.ts";
import { folderTree, maxFileBytes } from "./source-tree.ts";

const isRoot = process.getuid?.() === 0;

test("a regular file's text, exactly: also empty, with a byte order mark, with NUL, with line ends of its own", async () => {
  const texts = { "a.ts": "export {}\r\n", "empty.ts": "", "bom.ts": "\ufeffexport {}", "nul.ts": "a\0b" };
  const tree = folderTree(temporaryFolder(texts));
  for (const [path, text] of Object.entries(texts)) expect(await tree.read(path)).toEqual({ text });
});

test("what is not there is undefined, and so is a folder", async () => {
  const tree = folderTree(temporaryFolder({ "x/y.ts": "1", file: "2" }));
  const paths = ["none.ts", "x", "x/none.ts", "none/y.ts", "file/y.ts", `${"long".repeat(100)}.ts`];
  expect(await Promise.all(paths.map((path) => tree.read(path)))).toEqual(paths.map(() => undefined));
});

test("links are not followed: to a file, to a folder on the way, to nowhere, to themselves", async () => {
  const root = temporaryFolder({ "real/a.ts": "secret" });
  symlinkSync(join(root, "real/a.ts"), join(root, "file.ts"));
  symlinkSync(join(root, "real"), join(root, "folder"));
  symlinkSync("/nowhere", join(root, "nowhere.ts"));
  symlinkSync("loop.ts", join(root, "loop.ts"));
  const tree = folderTree(root);
  const refused = (path: string) => ({ refused: `\`${path}\` is a link. Hand in the file itself.` });
  expect(await tree.read("file.ts")).toEqual(refused("file.ts"));
  expect(await tree.read("folder/a.ts")).toEqual(refused("folder"));
  expect(await tree.read("folder/none.ts")).toEqual(refused("folder"));
  expect(await tree.read("nowhere.ts")).toEqual(refused("nowhere.ts"));
  expect(await tree.read("loop.ts")).toEqual(refused("loop.ts"));
});

test("the root itself may be reached over a link: the teacher wrote it", async () => {
  const root = temporaryFolder({ "real/a.ts": "1" });
  symlinkSync(join(root, "real"), join(root, "link"));
  expect(await folderTree(join(root, "link")).read("a.ts")).toEqual({ text: "1" });
});

test("a hard link is a regular file", async () => {
  const root = temporaryFolder({ "a.ts": "1" });
  linkSync(join(root, "a.ts"), join(root, "b.ts"));
  expect(await folderTree(root).read("b.ts")).toEqual({ text: "1" });
});

test.skipIf(process.platform === "win32")("pipes and sockets are refused at once", async () => {
  const root = temporaryFolder({});
  execFileSync("mkfifo", [join(root, "pipe.ts")]);
  const server = createServer().listen(join(root, "socket.ts"));
  await new Promise((resolve) => server.once("listening", resolve));
  const tree = folderTree(root);
  expect(await tree.read("pipe.ts")).toEqual({ refused: "`pipe.ts` is no regular file." });
  expect(await tree.read("socket.ts")).toEqual({ refused: "`socket.ts` is no regular file." });
  server.close();
});

test("256 KiB are taken, one byte more is not", async () => {
  const root = temporaryFolder({
    "most.ts": "x".repeat(maxFileBytes),
    "more.ts": "x".repeat(maxFileBytes + 1),
  });
  const tree = folderTree(root);
  expect(await tree.read("most.ts")).toEqual({ text: "x".repeat(maxFileBytes) });
  expect(await tree.read("more.ts")).toEqual({
    refused: "`more.ts` has 257 KiB; at most 256 KiB are taken.",
  });
});

test("UTF-8 is text, and UTF-16 that can be nothing else", async () => {
  const root = temporaryFolder({});
  writeFileSync(join(root, "latin.ts"), Buffer.from([0x27, 0xe9, 0x27]));
  writeFileSync(join(root, "utf16.ts"), Buffer.from("\ufeffexport {}", "utf16le"));
  const tree = folderTree(root);
  const reason = "is not UTF-8 text. Save it with the encoding UTF-8.";
  expect(await tree.read("latin.ts")).toEqual({ refused: `\`latin.ts\` ${reason}` });
  expect(await tree.read("utf16.ts")).toEqual({ text: "\ufeffexport {}" });
  for (const text of [
    "export const größe = 1;\r\n",
    "// 李小龍\nexport const x = [1, 2, 3].map(String);\n",
  ]) {
    const little = Buffer.from(text, "utf16le");
    writeFileSync(join(root, "little.ts"), little);
    writeFileSync(join(root, "big.ts"), Buffer.from(little).swap16());
    expect([await tree.read("little.ts"), await tree.read("big.ts")]).toEqual([{ text }, { text }]);
  }
  writeFileSync(join(root, "zeros.ts"), "a\0b\0\0\0");
  expect(await tree.read("zeros.ts")).toEqual({ text: "a\0b\0\0\0" });
});

test.skipIf(isRoot)("a file without rights is refused", async () => {
  const root = temporaryFolder({ "a.ts": "1", "shut/b.ts": "2" });
  chmodSync(join(root, "a.ts"), 0);
  chmodSync(join(root, "shut"), 0);
  const tree = folderTree(root);
  expect(await tree.read("a.ts")).toEqual({ refused: "`a.ts` cannot be read: there is no permission to." });
  expect(await tree.read("shut/b.ts")).toEqual({
    refused: "`shut/b.ts` cannot be read: there is no permission to.",
  });
  chmodSync(join(root, "shut"), 0o700);
});

test("a folder that is called like a file is no file", async () => {
  const root = temporaryFolder({});
  mkdirSync(join(root, "timeout.ts"));
  expect(await folderTree(root).read("timeout.ts")).toBeUndefined();
});
