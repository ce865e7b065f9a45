// Lists a tar, and keeps what is asked for. A tar has no directory: all of it is gone through, once for each of both.
import { Parser, type ReadEntry } from "tar";
import { maxFileBytes } from "../../../../graders/engine/compile/source-tree.ts";
import { isArchiveName, isCodeName, isMetadata } from "../names.ts";
import { Refused } from "../refused.ts";
import type { RawEntry } from "./entries.ts";
import { maxListed, tooManyEntries } from "./limits.ts";
import { type TarPieces, wholeCharacters } from "./tar-pieces.ts";

/**
 * What the tar holds. A file's content is there if `keep` was called before any file was read. Rejects with Refused if the
 * tar is damaged, cut short, too long, or no tar.
 */
export async function tarEntries(pieces: TarPieces): Promise<RawEntry[]> {
  const wanted = new Set<number>();
  let contents: Promise<ReadonlyMap<number, Buffer[]>> | undefined;
  const read = () => (contents ??= gone(pieces, wanted).then((listing) => listing.contents));
  const { entries } = await gone(pieces, new Set());
  return entries.map((entry, index): RawEntry => {
    const { name, kind, size } = entry;
    const keep = () => {
      if (kind === "file" && keeps(name, size)) wanted.add(index);
    };
    const bytes = async (shown: string) => contentOf((await read()).get(index), size, shown);
    return { ...entry, packed: entry.packed ?? size, keep, bytes };
  });
}

async function gone(pieces: TarPieces, wanted: ReadonlySet<number>): Promise<Listing> {
  const listing = new Listing(wanted, pieces.taken);
  // Strict: what is wrong in one header makes all that follows doubtful. `zstd`: the parser must not unpack by itself.
  const parser = new Parser({ strict: true, zstd: false, onReadEntry: (entry) => listing.add(entry) });
  parser.on("ignoredEntry", (entry) => listing.add(entry));
  parser.on("meta", (text) => listing.announce(text));
  parser.on("nullBlock", () => (listing.ended = true));
  parser.on("error", (error: Error) => (listing.fault ??= error.message));
  let over = false;
  parser.on("eof", () => (over = true));
  // The parser never waits: nothing of what it gives is held back. All is unpacked, also behind the end: it may be damaged.
  for await (const piece of wholeCharacters(pieces.all())) if (!over) parser.write(piece);
  parser.end();
  listing.refuseFaults();
  return listing;
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

type Entry = Omit<RawEntry, "bytes" | "keep" | "packed"> & { packed?: number };

class Listing {
  /** Whether the zeros at a tar's end were there. */
  ended = false;
  fault: string | undefined;
  readonly entries: Entry[] = [];
  /** Of the entries that are wanted, by their places among all. */
  readonly contents = new Map<number, Buffer[]>();
  private readonly wanted: ReadonlySet<number>;
  private readonly taken: TarPieces["taken"];
  private count = 0;
  private announced: string[] = [];

  constructor(wanted: ReadonlySet<number>, taken: TarPieces["taken"]) {
    this.wanted = wanted;
    this.taken = taken;
  }

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
    const modified = entry.mtime && { modified: entry.mtime.getTime() };
    const listed: Entry = { name, kind, size, ...modified, ...(unfit !== undefined && { unfit }) };
    this.measure(entry, listed);
    const index = this.entries.push(listed) - 1;
    if (this.wanted.has(index)) this.contents.set(index, keep(entry));
    else entry.resume();
  }

  /** To the next piece, which is little beside what a limit counts. */
  private measure(entry: ReadEntry, listed: Entry) {
    const before = this.taken();
    if (before !== undefined) entry.on("end", () => (listed.packed = this.taken()! - before));
  }

  /** Throws Refused. */
  refuseFaults() {
    if (this.count > maxListed) throw new Refused(tooManyEntries("It", maxListed));
    const fault = this.fault ?? (this.ended ? undefined : "its end is missing");
    if (fault === undefined) return;
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
  return isArchiveName(name) || isMetadata(name) || (isCodeName(name) && size <= maxFileBytes);
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
