// Opens an archive that lies in memory. Its content decides what kind it is: names of files are as students give them.
import type { Folder } from "../folder.ts";
import { ignored } from "../names.ts";
import { Refused } from "../refused.ts";
import { arrange, type RawEntry } from "./entries.ts";
import { archiveFolder, keepWhatMayBeRead } from "./folder.ts";
import { tooMuch, tooMuchOfAClass } from "./limits.ts";
import { gunzipped, type TarPieces, unpacked } from "./tar-pieces.ts";

/** Whose what is in an archive may be: of a class's the limits are each student's. */
export type Whose = "a student's" | "a class's";

/** The archive as a folder. Rejects with Refused. */
export async function openArchive(bytes: Buffer, whose: Whose = "a student's"): Promise<Folder> {
  const { root, strays, notes } = arrange(await entriesOf(bytes, whose), ignored);
  keepWhatMayBeRead(root);
  return { ...archiveFolder(root, strays), notes: () => notes };
}

const whatIsTaken = "Pack it as .zip, .tar.gz or .tar.";

/** How files of other kinds begin, in hexadecimal. */
const others: [string, string][] = [
  ["526172211a", "RAR"],
  ["377abcaf271c", "7-Zip"],
  ["fd377a585a00", "xz"],
  ["425a68", "bzip2"],
  ["28b52ffd", "Zstandard"],
];

async function entriesOf(bytes: Buffer, whose: Whose): Promise<RawEntry[]> {
  const start = bytes.toString("hex", 0, 8);
  // `PK`, then: a file, the directory of an empty zip, or the mark of one that was made to be split.
  if (/^504b(?:0304|0506|0708|3030)/.test(start)) return (await import("./zip.ts")).zipEntries(bytes);
  if (start.startsWith("1f8b")) {
    const most =
      whose === "a class's" ? tooMuchOfAClass : (size: number) => tooMuch("It", bytes.length, size);
    return tarIn(gunzipped(bytes, most));
  }
  const other = others.find(([magic]) => start.startsWith(magic));
  if (other) throw new Refused(`It is packed with ${other[1]}, which is not taken. ${whatIsTaken}`);
  return tarIn(unpacked(bytes));
}

async function tarIn(pieces: TarPieces): Promise<RawEntry[]> {
  if (!beginsAsTar(await beginning(pieces)))
    throw new Refused(`It is neither a zip nor a tar, or cut short. ${whatIsTaken}`);
  return (await import("./tar.ts")).tarEntries(pieces);
}

/** As much as a header has, or all. */
async function beginning(pieces: TarPieces): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  for await (const piece of pieces.all()) {
    bytes = Buffer.concat([bytes, piece.subarray(0, 512)]);
    if (bytes.length >= 512) break;
  }
  return bytes;
}

/** By its first header's checksum. Also keeps from the parser what it would take for compressed, and unpack without limit. */
function beginsAsTar(bytes: Buffer): boolean {
  if (bytes.length < 512) return false;
  const header = bytes.subarray(0, 512);
  const claimed = Number.parseInt(header.toString("latin1", 148, 156).replace(/[\0 ]/g, ""), 8);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return sum === claimed && header[0] !== 0x1f;
}
