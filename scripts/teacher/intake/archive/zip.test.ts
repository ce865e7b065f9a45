// What a zip may hold and what not, each case as an archive in memory.
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { huge, type ZipEntry, zip } from "../../../testing/zip-writer.ts";
import { openArchive } from "./open.ts";

const mebibyte = 1024 * 1024;
const honest = { name: "three-apis.ts", data: "honest" };

/** What reading these paths of the zip gives: the text, or why not. */
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

test("files are read by their paths, deflated and stored, with and without entries for folders", async () => {
  const bytes = zip([
    { name: "exercises/" },
    { name: "exercises/03-three-apis/three-apis.ts", data: "deflated ".repeat(100) },
    { name: "04-timeout/timeout.ts", data: "stored", stored: true },
    { name: "04-timeout/empty.ts" },
    { name: "./05-x//y.ts", data: "odd slashes" },
  ]);
  const paths = ["exercises/03-three-apis/three-apis.ts", "04-timeout/timeout.ts", "04-timeout/empty.ts"];
  expect(await read(bytes, ...paths, "05-x/y.ts", "04-timeout", "nowhere.ts", "exercises/x/y.ts")).toEqual([
    "deflated ".repeat(100),
    "stored",
    "",
    "odd slashes",
    undefined,
    undefined,
    undefined,
  ]);
  expect(await whyNot(bytes)).toBeUndefined();
});

test("backslashes are slashes, as Windows writes them; beside slashes they lead nowhere", async () => {
  const windows = { "exercises\\03-three-apis\\three-apis.ts": "1", "04-timeout\\timeout.ts": "2" };
  const [path, other] = ["exercises/03-three-apis/three-apis.ts", "04-timeout/timeout.ts"];
  expect(await read(zip(windows), path, other)).toEqual(["1", "2"]);
  expect(await read(zip({ ...windows, "eve/x": "" }), path, other)).toEqual([undefined, undefined]);
});

const damaged = "`three-apis.ts` is damaged in the archive. Pack it, or download it, again.";

test.each<[string, Partial<ZipEntry>, string]>([
  [
    "locked",
    { claims: { flags: 0x801 } },
    "`three-apis.ts` is locked with a password. Pack it again without one.",
  ],
  [
    "an unusual method",
    { claims: { method: 14 } },
    "`three-apis.ts` is packed by a method that is not read (14). Pack it as an ordinary zip.",
  ],
  ["a link", { claims: { mode: 0o120777 } }, "`three-apis.ts` is a link. Hand in the file itself."],
  ["a device", { claims: { mode: 0o020666 } }, "`three-apis.ts` is no regular file."],
  ["a pipe", { claims: { mode: 0o010666 } }, "`three-apis.ts` is no regular file."],
  ["a wrong checksum", { claims: { crc: 1 } }, damaged],
  ["larger than it claims", { claims: { size: 5 } }, damaged],
  ["smaller than it claims", { claims: { size: 7 } }, damaged],
  ["stored, with two sizes", { stored: true, claims: { size: 7 } }, damaged],
  ["no deflate stream", { claims: { method: 8 }, stored: true }, damaged],
  ["beyond the archive's end", { claims: { packed: 100_000, size: 100_000 } }, damaged],
  ["no header where it should be", { claims: { offset: 47 } }, damaged],
  [
    "zip64 sizes beyond all bounds",
    {
      claims: {
        size: 0xffffffff,
        extra: Buffer.concat([Buffer.from([1, 0, 8, 0]), huge(Number.MAX_SAFE_INTEGER)]),
      },
    },
    `\`three-apis.ts\` has ${Math.ceil(Number.MAX_SAFE_INTEGER / 1024)} KiB; at most 256 KiB are taken.`,
  ],
  [
    "too large",
    { data: "x".repeat(256 * 1024 + 1) },
    "`three-apis.ts` has 257 KiB; at most 256 KiB are taken.",
  ],
  [
    "no text",
    { data: Buffer.from([0xff, 0xfe]) },
    "`three-apis.ts` is not UTF-8 text. Save it with the encoding UTF-8.",
  ],
])("%s: that file is refused, the others are read", async (_, odd, reason) => {
  const bytes = zip([
    { name: "timeout.ts", data: "fine" },
    { ...honest, ...odd },
  ]);
  expect(await read(bytes, "three-apis.ts", "timeout.ts")).toEqual([`refused: ${reason}`, "fine"]);
});

test("as large as may be, and no larger", async () => {
  const text = "x".repeat(256 * 1024);
  expect(await read(zip({ "a.ts": text, "b.ts": `${text}y` }), "a.ts", "b.ts")).toEqual([
    text,
    "refused: `b.ts` has 257 KiB; at most 256 KiB are taken.",
  ]);
});

test("through a link to a folder nothing is read, whichever of both comes first", async () => {
  const link = { name: "exercises", data: "/etc", claims: { mode: 0o120777 } };
  const below = { name: "exercises/03-three-apis/three-apis.ts", data: "x" };
  const path = below.name;
  expect(await read(zip([link, below]), path)).toEqual([
    "refused: `exercises` is a link. Hand in the file itself.",
  ]);
  expect(await read(zip([below, link]), path)).toEqual([
    "refused: `exercises` is both a file and a folder in the archive.",
  ]);
});

test("two entries of one name: neither is graded", async () => {
  const twice = "refused: `three-apis.ts` is in the archive more than once. Pack it again, with one.";
  const other = { name: "three-apis.ts", data: "other" };
  expect(await read(zip([honest, other]), "three-apis.ts")).toEqual([twice]);
  expect(await read(zip([honest, { ...other, name: ".\\three-apis.ts" }]), "three-apis.ts")).toEqual([twice]);
});

test.each([
  ["case", "Three-apis.ts", "three-apis.ts"],
  ["how accents are composed", "caf\u00e9.ts", "cafe\u0301.ts"],
  ["a folder's case", "Lib/a.ts", "lib/a.ts"],
  ["what Windows drops", "lib./a.ts", "lib/a.ts"],
])("names that differ only in %s: neither is graded", async (_, a, b) => {
  const [first, second] = await read(zip({ [a]: "1", [b]: "2", "timeout.ts": "fine" }), a, b);
  expect(first).toBe(`refused: \`${a}\` and \`${b}\` are one file to some systems. Pack only one.`);
  expect(second).toBe(`refused: \`${b}\` and \`${a}\` are one file to some systems. Pack only one.`);
});

test.each([
  ["../three-apis.ts", "`../three-apis.ts` leads out of its folder."],
  ["a/../../b.ts", "`a/../../b.ts` leads out of its folder."],
  ["a\\..\\..\\b.ts", "`a\\..\\..\\b.ts` leads out of its folder."],
  [".git/../../b.ts", "`.git/../../b.ts` leads out of its folder."],
  ["/etc/passwd", "`/etc/passwd` is an absolute path."],
  ["\\\\server\\share\\b.ts", "`\\\\server\\share\\b.ts` is an absolute path."],
  ["C:\\b.ts", "`C:\\b.ts` names a drive."],
  ["c:b.ts", "`c:b.ts` names a drive."],
  ["a.ts\0.png", "`a.ts\0.png` has a NUL character in its name."],
  [`${"a/".repeat(40)}b.ts`, `\`${"a/".repeat(40)}…\` has too long a path.`],
  ["a".repeat(1025), `\`${"a".repeat(80)}…\` has too long a path.`],
])("%#: nothing of that submission is graded for the sake of %.30j", async (name, reason) => {
  const whole = await whyNot(zip([honest, { name, data: "x" }]));
  expect(whole).toBe(`${reason} Pack it again, without that.`);
});

test("names: UTF-8 whether flagged or not, else CP437, else as the extra field says", async () => {
  const unicodePath = (raw: string, name: string) => {
    const checksum = Buffer.alloc(5, 1);
    checksum.writeUInt32LE(0x65ee1baa, 1);
    const data = Buffer.concat([checksum, Buffer.from(name)]);
    expect(raw).toBe("extra.ts");
    return Buffer.concat([Buffer.from([0x75, 0x70, data.length, 0]), data]);
  };
  const bytes = zip([
    { name: "flagged-ü.ts", data: "1" },
    { name: "unflagged-ü.ts", data: "2", claims: { flags: 0 } },
    { name: Buffer.from([0x81, 0x2e, 0x74, 0x73]), data: "3", claims: { flags: 0 } },
    { name: Buffer.from([0x82, 0x2e, 0x74, 0x73]), data: "4" },
    { name: "extra.ts", data: "5", claims: { flags: 0, extra: unicodePath("extra.ts", "ö.ts") } },
  ]);
  const listed = (await (await openArchive(bytes)).list()).map(({ name }) => name);
  expect(listed).toEqual(["extra.ts", "flagged-ü.ts", "unflagged-ü.ts", "é.ts", "ü.ts"]);
});

test.each<[string, number[], string]>([
  ["CP437", [0x4a, 0x94, 0x72, 0x67], "Jörg"],
  ["CP437", [0x53, 0x74, 0x72, 0x61, 0x75, 0xe1], "Strauß"],
  ["Windows-1252", [0x4a, 0xf6, 0x72, 0x67], "Jörg"],
  ["Windows-1252", [0x52, 0x65, 0x6e, 0xe9, 0x65], "Renée"],
  ["Windows-1252", [0x9c, 0x75, 0x76, 0x72, 0xc9], "œuvrÉ"],
  ["Shift-JIS", [0x8e, 0x52, 0x93, 0x63, 0x20, 0x91, 0xbe, 0x98, 0x59], "山田 太郎"],
  ["Shift-JIS", [0x83, 0x5c, 0x83, 0x74, 0x83, 0x67, 0x31], "ソフト1"],
])("a name in %s, of which nothing says so: %j is %s, and that is said", async (encoding, bytes, name) => {
  const entry = (file: string) => ({
    name: Buffer.from([...bytes, ...Buffer.from(file)]),
    claims: { flags: 0 },
  });
  const folder = await openArchive(zip([entry("/timeout.ts"), entry("/x/three-apis.ts")]));
  expect((await folder.list()).map((each) => each.name)).toEqual([name]);
  expect(folder.notes()).toEqual([`names that are not in UTF-8 were read as ${encoding}: "${name}"`]);
});

const cutShort = /^The zip is damaged or cut short\. Pack it, or download it, again\. \(.+\)$/;

test.each<[string, Buffer, RegExp]>([
  ["cut short", zip([honest]).subarray(0, -1), cutShort],
  ["cut in the middle", zip({ a: "1", b: "2" }).subarray(0, 60), cutShort],
  ["of several disks", withByte(zip([honest]), -18, 1), cutShort],
  ["with more entries claimed than there are", zip([honest], { count: 2 }), cutShort],
  ["zip64 with countless entries", zip([honest], { count: 2 ** 50, zip64: true }), cutShort],
  ["strongly encrypted", zip([{ ...honest, claims: { flags: 0x841 } }]), cutShort],
  ["with bytes behind its end", Buffer.concat([zip([honest]), Buffer.from("more")]), cutShort],
  [
    "with fewer entries claimed than there are",
    zip({ "a.ts": "1", "b.ts": "2" }, { count: 1 }),
    /^The zip holds more entries than it says\./,
  ],
  [
    "with entries that share bytes",
    zip([honest, { name: "b.ts", claims: { offset: 0, packed: 8, size: 6 } }]),
    /^Entries of the zip overlap, as in no honest zip\.$/,
  ],
  ["with entries that quote each other", quoted(), /^Entries of the zip overlap/],
])("%s: the archive is refused", async (_, bytes, reason) => {
  await expect(openArchive(bytes)).rejects.toThrow(reason);
});

function withByte(bytes: Buffer, at: number, value: number): Buffer {
  bytes[bytes.length + at] = value;
  return bytes;
}

/** The first entry's data holds the whole second entry, as in the zip bombs that unpack to petabytes. */
function quoted(): Buffer {
  const kernel = zip([{ name: "b.ts", data: "0".repeat(1000) }]);
  const second = kernel.subarray(0, kernel.indexOf("PK\x01\x02", 0, "latin1"));
  const bytes = zip([
    { name: "a.ts", data: second, stored: true },
    { name: "b.ts", data: "0".repeat(1000), claims: { offset: 34 } },
  ]);
  return bytes;
}

test("zip64, as large archives are, is read", async () => {
  const bytes = zip([honest], { zip64: true });
  expect(await read(bytes, "three-apis.ts")).toEqual(["honest"]);
});

const alone = "Hand in the exercises alone.";

test.each<[string, ZipEntry[], string | undefined]>([
  [
    "one file of 201 MiB",
    [{ name: "data.bin", claims: { size: 201 * mebibyte, packed: 3 * mebibyte } }],
    `It unpacks to more than 200 MiB. ${alone}`,
  ],
  ["201 files of 1 MiB", sized(201, mebibyte, 20_000, "data"), `It unpacks to more than 200 MiB. ${alone}`],
  ["just 200 MiB", sized(200, mebibyte, 20_000, "data"), undefined],
  [
    "11 MiB of zeros",
    [{ name: "zeros.bin", data: Buffer.alloc(11 * mebibyte) }],
    "It unpacks to more than 100 times its size, as no honest work does.",
  ],
  ["9 MiB of zeros", [{ name: "zeros.bin", data: Buffer.alloc(9 * mebibyte) }], undefined],
  ["20001 files", sized(20_001, 0, 0, "f"), `It holds more than 20000 files and folders. ${alone}`],
  [
    "20000 files, and some in node_modules",
    [...sized(20_000, 0, 0, "f"), ...sized(300, mebibyte, 20, "x/node_modules/a")],
    undefined,
  ],
])("%s", async (_, entries, reason) => {
  expect(await whyNot(spread(entries))).toBe(reason);
});

function sized(count: number, size: number, packed: number, prefix: string): ZipEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${prefix}${index}`,
    claims: { size, packed },
  }));
}

/** Gives each entry room for the bytes that it claims, without writing them: the directory alone is looked at. */
function spread(entries: ZipEntry[]): Buffer {
  let offset = 0;
  const placed = entries.map((entry) => {
    const packed = entry.claims?.packed ?? deflateRawSync(Buffer.from(entry.data ?? "")).length;
    const claims = { ...entry.claims, packed, offset };
    offset += 30 + Buffer.byteLength(entry.name) + packed;
    return { ...entry, claims };
  });
  return zip(placed);
}

test("more entries than any class has", async () => {
  const many = zip([honest], { listings: 200_001, zip64: true });
  await expect(openArchive(many)).rejects.toThrow(`It holds more than 200000 files and folders. ${alone}`);
});

test("an archive in it is unpacked whole or not at all", async () => {
  const bytes = spread([
    { name: "a.zip", data: "PK" },
    { name: "b.zip", claims: { size: 150 * mebibyte, packed: 1000 } },
    { name: "c.zip", claims: { size: 201 * mebibyte, packed: 150 * mebibyte } },
    { name: "d.zip", claims: { mode: 0o120777 } },
  ]);
  const folder = await openArchive(bytes);
  expect((await folder.bytes("a.zip")).toString()).toBe("PK");
  await expect(folder.bytes("b.zip")).rejects.toThrow(
    "`b.zip` unpacks to more than 100 times its size, as no honest work does.",
  );
  await expect(folder.bytes("c.zip")).rejects.toThrow(
    "`c.zip` has 201 MiB; at most 200 MiB are taken. Leave node_modules out of it.",
  );
  await expect(folder.bytes("d.zip")).rejects.toThrow("`d.zip` is a link. Hand in the file itself.");
});
