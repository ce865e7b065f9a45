// Lists a zip, and unpacks single entries of it in memory.
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from "yauzl";
import { Refused } from "../refused.ts";
import type { RawEntry } from "./entries.ts";
import { maxListed, tooManyEntries } from "./limits.ts";
import { type Decoded, decodeName } from "./name-encoding.ts";

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

const stored = 0;
const deflated = 8;
const localHeaderBytes = 30;

/** What the zip's directory lists. Rejects with Refused if that is damaged, too long, or made to deceive. */
export async function zipEntries(bytes: Buffer): Promise<RawEntry[]> {
  // Names are decoded here and sizes compared here: yauzl would give up the whole archive for one bad entry.
  const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false };
  const zip = await fromBufferPromise(bytes, options).catch(damaged);
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.push(entry) > maxListed) throw new Refused(tooManyEntries("It", maxListed));
    }
  } catch (error) {
    damaged(error);
  }
  refuseUnlisted(zip, bytes);
  refuseOverlaps(entries);
  return entries.map((entry) => rawEntry(zip, bytes, entry));
}

function damaged(error: unknown): never {
  if (error instanceof Refused) throw error;
  const detail = error instanceof Error ? error.message : String(error);
  throw new Refused(`The zip is damaged or cut short. Pack it, or download it, again. (${detail})`);
}

/** Some programs write a count that is too small when there are many entries; then students would go missing unseen. */
function refuseUnlisted(zip: ZipFile, bytes: Buffer) {
  // The type says boolean, wrongly: it is where the directory's next entry would begin.
  const cursor = Number(zip.readEntryCursor);
  const another = cursor + 4 <= bytes.length && bytes.readUInt32LE(cursor) === 0x02014b50;
  if (another)
    throw new Refused("The zip holds more entries than it says. Pack it again with another program.");
}

/** Entries that share bytes unpack to far more than the zip holds, and programs disagree on what they are. */
function refuseOverlaps(entries: readonly Entry[]) {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of sorted.entries()) {
    const { relativeOffsetOfLocalHeader, fileNameLength, compressedSize } = entry;
    const end = relativeOffsetOfLocalHeader + localHeaderBytes + fileNameLength + compressedSize;
    const next = sorted[index + 1]?.relativeOffsetOfLocalHeader ?? Number.POSITIVE_INFINITY;
    if (next < end) throw new Refused("Entries of the zip overlap, as in no honest zip.");
  }
}

function rawEntry(zip: ZipFile, bytes: Buffer, entry: Entry): RawEntry {
  const { text: name, encoding } = nameOf(entry);
  const unfit = unfitFor(entry);
  return {
    name,
    ...(encoding !== "UTF-8" && { encoding }),
    kind: kindOf(entry, name),
    size: entry.uncompressedSize,
    packed: entry.compressedSize,
    ...timeOf(entry),
    ...(unfit !== undefined && { unfit }),
    bytes: (shown) => unpack(zip, bytes, entry, shown),
  };
}

function timeOf(entry: Entry): { modified?: number } {
  const modified = entry.getLastModDate().getTime();
  return Number.isNaN(modified) ? {} : { modified };
}

/** What an extra field says goes before; a name in UTF-8 is taken for one, flagged as such or not: Macs do not flag theirs. */
function nameOf({ fileNameRaw, extraFields }: Entry): Decoded {
  const told = getFileNameLowLevel(0, fileNameRaw, extraFields, true);
  if (told !== getFileNameLowLevel(0, fileNameRaw, [], true)) return { text: told, encoding: "UTF-8" };
  return decodeName(fileNameRaw);
}

// A Map, since Biome's own fix for octal keys of an object (useSimpleNumberKeys) turns them into other numbers.
const unixKinds = new Map<number, RawEntry["kind"]>([
  [0o010000, "special"],
  [0o020000, "special"],
  [0o040000, "folder"],
  [0o060000, "special"],
  [0o120000, "link"],
  [0o140000, "special"],
]);

/** By the Unix mode, which Windows programs write as well or leave 0; else by the slash at the name's end. */
function kindOf({ externalFileAttributes }: Entry, name: string): RawEntry["kind"] {
  const kind = unixKinds.get((externalFileAttributes >>> 16) & 0o170000);
  return kind ?? (/[/\\]$/.test(name) ? "folder" : "file");
}

function unfitFor(entry: Entry): string | undefined {
  if (entry.isEncrypted()) return "is locked with a password. Pack it again without one.";
  if (entry.compressionMethod === stored || entry.compressionMethod === deflated) return undefined;
  return `is packed by a method that is not read (${entry.compressionMethod}). Pack it as an ordinary zip.`;
}

async function unpack(zip: ZipFile, bytes: Buffer, entry: Entry, shown: string): Promise<Buffer> {
  const { uncompressedSize: size, compressedSize, compressionMethod } = entry;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = bytes.subarray(fileDataStart, fileDataStart + compressedSize);
    const data =
      compressionMethod === stored ? packed : await inflate(packed, { maxOutputLength: Math.max(size, 1) });
    if (data.length === size && crc32(data) === entry.crc32) return data;
  } catch {
    // Said below: whatever was wrong with it, the remedy is the same.
  }
  throw new Refused(`\`${shown}\` is damaged in the archive. Pack it, or download it, again.`);
}
