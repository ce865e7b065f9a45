// Opens an archive that lies in memory. Its content decides what kind it is: names of files are as students give them.
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Folder } from "../folder.ts";
import { ignored } from "../names.ts";
import { Refused } from "../refused.ts";
import { arrange, type RawEntry } from "./entries.ts";
import { archiveFolder } from "./folder.ts";
import { mayUnpackTo, tooMuch } from "./limits.ts";

const unzip = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

/** The archive as a folder. Rejects with Refused. */
export async function openArchive(bytes: Buffer): Promise<Folder> {
  const { root, strays } = arrange(await entriesOf(bytes), ignored);
  return archiveFolder(root, strays);
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

async function entriesOf(bytes: Buffer): Promise<RawEntry[]> {
  const start = bytes.toString("hex", 0, 8);
  // `PK`, then: a file, the directory of an empty zip, or the mark of one that was made to be split.
  if (/^504b(?:0304|0506|0708|3030)/.test(start)) return (await import("./zip.ts")).zipEntries(bytes);
  if (start.startsWith("1f8b")) return tarIn(await gunzipped(bytes));
  const other = others.find(([magic]) => start.startsWith(magic));
  if (other) throw new Refused(`It is packed with ${other[1]}, which is not taken. ${whatIsTaken}`);
  return tarIn(bytes);
}

async function tarIn(bytes: Buffer): Promise<RawEntry[]> {
  if (!beginsAsTar(bytes)) throw new Refused(`It is neither a zip nor a tar, or cut short. ${whatIsTaken}`);
  return (await import("./tar.ts")).tarEntries(bytes);
}

/** By its first header's checksum. Also keeps from the parser what it would take for compressed, and unpack without limit. */
function beginsAsTar(bytes: Buffer): boolean {
  if (bytes.length < 512) return false;
  const header = bytes.subarray(0, 512);
  const claimed = Number.parseInt(header.toString("latin1", 148, 156).replace(/[\0 ]/g, ""), 8);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return sum === claimed && header[0] !== 0x1f;
}

async function gunzipped(bytes: Buffer): Promise<Buffer> {
  const most = mayUnpackTo(bytes.length);
  try {
    return await unzip(bytes, { maxOutputLength: most });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") throw new Refused(tooMuch("It", bytes.length, most + 1)!);
    throw new Refused(`The archive is damaged or cut short. Pack it, or download it, again. (${message})`);
  }
}
