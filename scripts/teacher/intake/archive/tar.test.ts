// What a tar may hold and what not, each case as an archive in memory.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pax, type TarEntry, tar, tarWithoutEnd } from "../../../testing/tar-writer.ts";
import { openArchive } from "./open.ts";
import { tarEntries } from "./tar.ts";

const mebibyte = 1024 * 1024;
const honest = { name: "three-apis.ts", data: "honest" };

/** What reading these paths of the tar gives: the text, or why not. */
async function read(bytes: Buffer, ...paths: string[]) {
  const folder = await openArchive(bytes);
  const readings: unknown[] = [];
  for (const path of paths) {
    const reading = await folder.read(path);
    readings.push(reading && ("text" in reading ? reading.text : `refused: ${reading.refused}`));
  }
  return readings;
}

const whyNot = (bytes: Buffer) => openArchive(bytes).then((folder) => folder.refusal());

test.each([
  ["plain", (bytes: Buffer) => bytes],
  ["gzipped", (bytes: Buffer) => gzipSync(bytes)],
  ["gzipped in two parts", (bytes: Buffer) => Buffer.concat(halves(bytes).map((half) => gzipSync(half)))],
])("%s: files are read by their paths", async (_, pack) => {
  const bytes = tar([
    { name: "./", type: "5" },
    { name: "./exercises/", type: "5" },
    { name: "./exercises/03-three-apis/three-apis.ts", data: "x".repeat(2000) },
    { name: "04-timeout/timeout.ts", data: "y".repeat(512) },
    { name: "04-timeout/empty.ts" },
    { name: "old.ts", data: "z", type: "\0" },
    { name: "contiguous.ts", data: "c", type: "7" },
  ]);
  const paths = ["exercises/03-three-apis/three-apis.ts", "04-timeout/timeout.ts", "04-timeout/empty.ts"];
  expect(await read(pack(bytes), ...paths, "old.ts", "contiguous.ts", "04-timeout", "x.ts")).toEqual([
    "x".repeat(2000),
    "y".repeat(512),
    "",
    "z",
    "c",
    undefined,
    undefined,
  ]);
});

function halves(bytes: Buffer): Buffer[] {
  return [bytes.subarray(0, 700), bytes.subarray(700)];
}

const longName = `${"long-".repeat(40)}ü.ts`;

test.each<[string, TarEntry[]]>([
  ["pax", [pax({ mtime: "1.5", path: longName, comment: "c" }), { name: "cut", data: "1" }]],
  [
    "GNU",
    [
      { name: "././@LongLink", type: "L", data: `${longName}\0` },
      { name: "cut", data: "1" },
    ],
  ],
])("long names as %s writes them", async (_, entries) => {
  expect(await read(tar([honest, ...entries]), longName, "three-apis.ts")).toEqual(["1", "honest"]);
});

test("what is said of one entry does not stick to the next, and a global path to none", async () => {
  const global = { ...pax({ path: "everywhere.ts" }), type: "g" };
  const bytes = tar([
    global,
    pax({ path: "renamed.ts" }),
    { name: "a.ts", data: "1" },
    { name: "b.ts", data: "2" },
  ]);
  expect(await read(bytes, "renamed.ts", "a.ts", "b.ts", "everywhere.ts")).toEqual([
    "1",
    undefined,
    "2",
    undefined,
  ]);
});

test("a name in pieces of any size arrives whole", async () => {
  // In a header of many blocks, with characters of two to four bytes on every possible boundary.
  const name = `${"aéb\u{1F600}".repeat(60)}.ts`;
  const comments = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`note${index}`, "é".repeat(300)]),
  );
  const bytes = tar([pax({ ...comments, path: name }), { name: "cut", data: "1" }]);
  expect(await read(bytes, name)).toEqual(["1"]);
  for (const size of [1, 3, 511, 513]) {
    const all = () =>
      Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
    const entries = await tarEntries({ all, taken: () => undefined });
    expect(entries.map((entry) => entry.name)).toEqual([name]);
    entries[0]!.keep!();
    expect((await entries[0]!.bytes("x")).toString()).toBe("1");
  }
});

const sparse = "`three-apis.ts` is a sparse file. Pack it again without --sparse.";

test.each<[string, TarEntry[], string]>([
  ["a symbolic link", [{ ...honest, type: "2", link: "/etc/passwd", data: "" }], link()],
  ["a hard link", [{ ...honest, type: "1", link: "timeout.ts", data: "" }], link()],
  ["a character device", [{ ...honest, type: "3", data: "" }], special()],
  ["a block device", [{ ...honest, type: "4", data: "" }], special()],
  ["a pipe", [{ ...honest, type: "6", data: "" }], special()],
  ["of an unknown type", [{ ...honest, type: "Z" }], special()],
  ["a sparse file of GNU tar", [{ ...honest, type: "S" }], sparse],
  [
    "a sparse file in pax",
    [
      pax({
        "GNU.sparse.major": "1",
        "GNU.sparse.name": "three-apis.ts",
        path: "GNUSparseFile.1/three-apis.ts",
      }),
      { name: "GNUSparseFile.1/three-apis.ts", data: "1\n0\n6\nhonest" },
    ],
    sparse,
  ],
  [
    "too large",
    [{ ...honest, data: "x".repeat(256 * 1024 + 1) }],
    "`three-apis.ts` has 257 KiB; at most 256 KiB are taken.",
  ],
  [
    "no text",
    [{ ...honest, data: Buffer.from([0xff]) }],
    "`three-apis.ts` is not UTF-8 text. Save it with the encoding UTF-8.",
  ],
  [
    "there twice",
    [honest, honest],
    "`three-apis.ts` is in the archive more than once. Pack it again, with one.",
  ],
])("%s: that file is refused, the others are read", async (_, odd, reason) => {
  const bytes = tar([{ name: "timeout.ts", data: "fine" }, ...odd, { name: "last.ts", data: "last" }]);
  expect(await read(bytes, "three-apis.ts", "timeout.ts", "last.ts")).toEqual([
    `refused: ${reason}`,
    "fine",
    "last",
  ]);
});

function link(): string {
  return "`three-apis.ts` is a link. Hand in the file itself.";
}

function special(): string {
  return "`three-apis.ts` is no regular file.";
}

test("through a link to a folder nothing is read", async () => {
  const entries = [
    { name: "exercises", type: "2", link: "/etc" },
    { name: "exercises/timeout.ts", data: "x" },
  ];
  expect(await read(tar(entries), "exercises/timeout.ts")).toEqual([
    "refused: `exercises` is a link. Hand in the file itself.",
  ]);
});

test.each<[string, TarEntry[], string]>([
  ["..", [{ name: "../three-apis.ts" }], "`../three-apis.ts` leads out of its folder."],
  [".. in pax", [pax({ path: "a/../../b.ts" }), { name: "b.ts" }], "`a/../../b.ts` leads out of its folder."],
  ["absolute", [{ name: "/etc/passwd" }], "`/etc/passwd` is an absolute path."],
  ["a drive", [{ name: "C:\\b.ts" }], "`C:\\b.ts` names a drive."],
  [
    "a NUL in pax",
    [pax({ path: "a.ts\0.png" }), { name: "a.ts" }],
    "`a.ts\0` has a NUL character in its name.",
  ],
  [
    "a NUL in a long name",
    [{ name: "././@LongLink", type: "L", data: "a.ts\0.png\0" }, { name: "a.ts" }],
    "`a.ts\0` has a NUL character in its name.",
  ],
])("%s: nothing of that submission is graded", async (_, odd, reason) => {
  expect(await whyNot(tar([honest, ...odd]))).toBe(`${reason} Pack it again, without that.`);
});

test("bytes of no encoding in one name do not spoil the others", async () => {
  const bytes = tar([{ name: Buffer.from([0x66, 0xfc, 0x72, 0x2e, 0x74, 0x78, 0x74]) }, honest]);
  expect(await read(bytes, "three-apis.ts")).toEqual(["honest"]);
});

const cutShort = /^The (tar|archive) is damaged or cut short\. Pack it, or download it, again\. \(.+\)$/;
const noArchive = /^It is neither a zip nor a tar, or cut short\./;
const two = tarWithoutEnd({ "a.ts": "x".repeat(600), "b.ts": "y" });

test.each<[string, Buffer, RegExp]>([
  ["cut in a file", tar({ "a.ts": "x".repeat(600) }).subarray(0, 1024), cutShort],
  ["cut in a header", two.subarray(0, 1536 + 100), cutShort],
  ["cut between two files", two.subarray(0, 1536), cutShort],
  ["gzipped and cut", gzipSync(tar([honest])).subarray(0, -12), cutShort],
  ["gzipped, its checksum wrong", withByte(gzipSync(tar([honest])), -8), cutShort],
  ["with a damaged header", withByte(tar([{ name: "first.ts" }, honest]), -1024 - 1024), cutShort],
  ["with a size beyond its end", tar([{ ...honest, size: 1e9 }]), cutShort],
  [
    "with a header of 2 MiB",
    tar([{ name: "x", type: "x", data: "x".repeat(2 * mebibyte) }, honest]),
    cutShort,
  ],
  ["empty", Buffer.alloc(0), noArchive],
  ["text", Buffer.from("export const fetchAllApis = 1;"), noArchive],
  ["zeros", Buffer.alloc(10_240), noArchive],
  ["a gzipped file that is no tar", gzipSync("export {}"), noArchive],
  ["gzipped twice", gzipSync(gzipSync(tar([honest]))), noArchive],
  [
    "a RAR archive",
    Buffer.from("Rar!\x1a\x07\x01\x00 and so on", "latin1"),
    /^It is packed with RAR, which is not taken\. Pack it as \.zip, \.tar\.gz or \.tar\.$/,
  ],
  ["a 7-Zip archive", Buffer.from("377abcaf271c0004", "hex"), /^It is packed with 7-Zip/],
  ["an xz file", Buffer.from("fd377a585a000004", "hex"), /^It is packed with xz/],
])("%s: the archive is refused", async (_, bytes, reason) => {
  await expect(openArchive(bytes)).rejects.toThrow(reason);
});

function withByte(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[bytes.length + at]! ^= 0x55;
  return changed;
}

const ratio = "It unpacks to more than 100 times its size, as no honest work does.";
const tooMuch = "It unpacks to more than 200 MiB. Hand in the exercises alone.";

test("a small archive that unpacks to much is refused, long before it has", async () => {
  const zeros = (size: number) => gzipSync(tar([honest, { name: "zeros.bin", data: Buffer.alloc(size) }]));
  await expect(openArchive(zeros(30 * mebibyte))).rejects.toThrow(ratio);
  expect(await read(zeros(9 * mebibyte), "three-apis.ts")).toEqual(["honest"]);
});

test("a large one, too, however well it was packed", async () => {
  // Of every MiB as much is noise as keeps the ratio in order.
  const part = gzipSync(Buffer.concat([noise(15_000), Buffer.alloc(mebibyte)]));
  expect(Math.floor(mebibyte / part.length)).toBe(62);
  const header = gzipSync(tarWithoutEnd([{ name: "film.mp4", size: 210 * mebibyte }]));
  await expect(openArchive(Buffer.concat([header, ...Array(200).fill(part)]))).rejects.toThrow(tooMuch);
});

test("in a class's each student's part counts for itself, and of too much nothing is kept", async () => {
  const zeros = Buffer.alloc(20 * mebibyte);
  // A gzip may have several parts: so 201 MiB need not be packed to be there.
  const film = [
    gzipSync(tarWithoutEnd([{ name: "eve/film.zip", size: 201 * mebibyte }])),
    ...Array(67).fill(gzipSync(Buffer.alloc(3 * mebibyte))),
  ];
  const packed = Buffer.concat([
    gzipSync(tarWithoutEnd({ "ada/timeout.ts": "a", "bela/zeros.zip": zeros, "bela/timeout.ts": "b" })),
    ...film,
    gzipSync(tar({ "fatou/timeout.ts": "f", "fatou/work.zip": "PK" })),
  ]);
  const class_ = await openArchive(packed, "a class's");
  const names = (await class_.list()).map(({ name }) => name);
  expect(names.map((name) => [name, class_.folder(name).refusal()])).toEqual([
    ["ada", undefined],
    ["bela", ratio],
    ["eve", tooMuch],
    ["fatou", undefined],
  ]);
  expect(await class_.read("ada/timeout.ts")).toEqual({ text: "a" });
  expect((await class_.folder("fatou").bytes("work.zip")).toString()).toBe("PK");
  await expect(class_.folder("bela").bytes("zeros.zip")).rejects.toThrow("unpacks to more than 100 times");
});

/** Bytes that do not pack, the same each time. */
function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    }),
  );
}

test("more entries than one submission has, or than any class", async () => {
  const files = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `f${index}` }));
  expect(await whyNot(tar(files(20_001)))).toBe(
    "It holds more than 20000 files and folders. Hand in the exercises alone.",
  );
  const block = tarWithoutEnd([{ name: "f" }]);
  const many = Buffer.concat([...Array(200_001).fill(block), Buffer.alloc(1024)]);
  await expect(openArchive(many)).rejects.toThrow(
    "It holds more than 200000 files and folders. Hand in the exercises alone.",
  );
});

test("what follows a tar's end is not looked at", async () => {
  const behind = Buffer.concat([tar([honest]), tar([{ name: "timeout.ts", data: "behind" }])]);
  expect(await read(behind, "three-apis.ts", "timeout.ts")).toEqual(["honest", undefined]);
});

test("of an archive in it all bytes are kept, of other files none", async () => {
  const folder = await openArchive(tar({ "a.zip": "PK", "film.mp4": "x" }));
  expect((await folder.bytes("a.zip")).toString()).toBe("PK");
  await expect(folder.bytes("film.mp4")).rejects.toThrow("`film.mp4` is damaged");
});
