// Lists a tar, keeping what may be graded. A tar has no directory: all of it is gone through, in memory.
import { Parser, type ReadEntry } from "tar";
import { maxFileBytes } from "../../../graders/engine/source-tree.ts";
import { isArchiveName, isCodeName } from "../names.ts";
import { Refused } from "../refused.ts";
import type { RawEntry } from "./entries.ts";
import { maxListed, tooManyEntries } from "./limits.ts";

/** What the tar holds. Throws Refused if it is damaged, cut short, too long, or no tar. */
export function tarEntries(bytes: Buffer): RawEntry[] {
  const listing = new Listing();
  // Strict: what is wrong in one header makes all that follows doubtful. `zstd`: the parser must not unpack by itself.
  const parser = new Parser({ strict: true, zstd: false, onReadEntry: (entry) => listing.add(entry) });
  parser.on("ignoredEntry", (entry) => listing.add(entry));
  parser.on("meta", (text) => listing.announce(text));
  parser.on("nullBlock", () => (listing.ended = true));
  parser.on("error", (error: Error) => (listing.fault ??= error.message));
  // In one piece, which the parser never waits for: given in several, it garbles a name that spans two.
  parser.write(bytes);
  parser.end();
  return listing.result();
}

const kinds: Record<string, RawEntry["kind"]> = {
  File: "file",
  OldFile: "file",
  ContiguousFile: "file",
  SparseFile: "file",
  Directory: "folder",
  GNUDumpDir: "folder",
  Link: "link",
  SymbolicLink: "link",
};

class Listing {
  /** Whether the zeros at a tar's end were there. */
  ended = false;
  fault: string | undefined;
  private readonly entries: RawEntry[] = [];
  private count = 0;
  private announced: string[] = [];

  /** Takes a header that is about the entry that follows it. */
  announce(text: string) {
    this.announced.push(text);
  }

  add(entry: ReadEntry) {
    const announced = this.announced;
    this.announced = [];
    if (entry.meta) this.fault ??= "a header is too large";
    if (++this.count > maxListed || this.fault || isRemark(entry)) return void entry.resume();
    const { name, unfit } = readAnnounced(announced, entry);
    const size = entry.size;
    const kind = kinds[entry.type] ?? "special";
    const content = keeps(name, size) && kind === "file" ? keep(entry) : undefined;
    if (!content) entry.resume();
    const bytes = async (shown: string) => contentOf(content, size, shown);
    const modified = entry.mtime && { modified: entry.mtime.getTime() };
    this.entries.push({
      name,
      kind,
      size,
      packed: size,
      bytes,
      ...modified,
      ...(unfit !== undefined && { unfit }),
    });
  }

  result(): RawEntry[] {
    if (this.count > maxListed) throw new Refused(tooManyEntries("It", maxListed));
    const fault = this.fault ?? (this.ended ? undefined : "its end is missing");
    if (fault === undefined) return this.entries;
    throw new Refused(`The tar is damaged or cut short. Pack it, or download it, again. (${fault})`);
  }
}

/** Not about a file: GNU tar's label of a volume, and access rights. */
function isRemark({ type }: ReadEntry): boolean {
  return type === "TapeVolumeHeader" || type === "SolarisACL";
}

const sparse = "is a sparse file. Pack it again without --sparse.";

/** With what pax and GNU headers announce and the parser passes over: sparse files, and names cut at a NUL. */
function readAnnounced(
  texts: readonly string[],
  { path, type }: ReadEntry,
): { name: string; unfit?: string } {
  const pax = texts.find((text) => /^\d+ GNU\.sparse\./m.test(text));
  if (pax !== undefined)
    return { name: /^\d+ GNU\.sparse\.name=(.*)$/m.exec(pax)?.[1] ?? path, unfit: sparse };
  if (type === "SparseFile") return { name: path, unfit: sparse };
  const cut = texts.some((text) => /^\d+ path=.*\0/m.test(text) || /^(?!\d+ )[^\0]*\0[^\0]/.test(text));
  return { name: cut ? `${path}\0` : path };
}

/** Whether it may be graded, or be an archive in the archive: the rest is not worth its memory. */
function keeps(name: string, size: number): boolean {
  return isArchiveName(name) || (isCodeName(name) && size <= maxFileBytes);
}

function keep(entry: ReadEntry): Buffer[] {
  const pieces: Buffer[] = [];
  // A copy: a piece of the tar would keep all of it in memory.
  entry.on("data", (piece: Buffer) => pieces.push(Buffer.from(piece)));
  return pieces;
}

function contentOf(pieces: Buffer[] | undefined, size: number, shown: string): Buffer {
  const content = Buffer.concat(pieces ?? []);
  if (pieces && content.length === size) return content;
  throw new Refused(`\`${shown}\` is damaged in the archive. Pack it, or download it, again.`);
}
