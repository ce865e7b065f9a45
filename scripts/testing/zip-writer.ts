// Writes zips in memory, entry by entry, the malformed and the malicious ones that no library would write, too.
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  name: string | Buffer;
  data?: string | Buffer;
  /** What the directory says of it, whatever the data is. */
  claims?: Partial<{
    method: number;
    flags: number;
    crc: number;
    size: number;
    packed: number;
    offset: number;
    /** The Unix mode; 0 as Windows writes it. */
    mode: number;
    extra: Buffer;
  }>;
  /** Stored as it is rather than deflated. */
  stored?: boolean;
}

export interface ZipOptions {
  /** How many entries the end of the directory claims. */
  count?: number;
  comment?: string;
  /** Writes the end as a zip64 has it, where counts and offsets have 64 bits. */
  zip64?: boolean;
  /** Lists the entries that many times over. */
  listings?: number;
}

/** A zip of these files (name -> text), or of these entries. */
export function zip(entries: Record<string, string | Buffer> | ZipEntry[], options: ZipOptions = {}): Buffer {
  const list = Array.isArray(entries)
    ? entries
    : Object.entries(entries).map(([name, data]) => ({ name, data }));
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of list) {
    const written = writeEntry(entry, offset);
    locals.push(written.local);
    directory.push(written.central);
    offset += written.local.length;
  }
  const { listings = 1 } = options;
  const central = Buffer.concat(Array(listings).fill(Buffer.concat(directory)));
  const count = options.count ?? list.length * listings;
  return Buffer.concat([...locals, central, end(central.length, offset, { ...options, count })]);
}

function writeEntry({ name, data = "", claims = {}, stored }: ZipEntry, offset: number) {
  const content = Buffer.from(data);
  const packed = stored ? content : deflateRawSync(content);
  const said = {
    method: stored ? 0 : 8,
    flags: 0x800,
    crc: crc32(content),
    size: content.length,
    packed: packed.length,
    offset,
    mode: 0o100644,
    extra: Buffer.alloc(0),
    ...claims,
  };
  const bytes = Buffer.from(name);
  const common = Buffer.concat([
    words(20, said.flags, said.method, 0, 0x21),
    longs(said.crc, said.packed, said.size),
    words(bytes.length),
  ]);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, words(0), bytes, packed]);
  const central = Buffer.concat([
    Buffer.from("PK\x01\x02", "latin1"),
    words(0x0314),
    common,
    words(said.extra.length, 0, 0, 0),
    longs((said.mode << 16) >>> 0, said.offset),
    bytes,
    said.extra,
  ]);
  return { local, central };
}

function end(size: number, offset: number, options: ZipOptions & { count: number }): Buffer {
  const { count, comment = "", zip64 } = options;
  const short = zip64 ? 0xffff : count;
  return Buffer.concat([
    ...(zip64 ? zip64End(count, size, offset) : []),
    Buffer.from("PK\x05\x06", "latin1"),
    words(0, 0, short, short),
    longs(size, offset),
    words(comment.length),
    Buffer.from(comment),
  ]);
}

function zip64End(count: number, size: number, offset: number): Buffer[] {
  const record = [
    Buffer.from("PK\x06\x06", "latin1"),
    huge(44),
    words(45, 45),
    longs(0, 0),
    huge(count, count, size, offset),
  ];
  const locator = [Buffer.from("PK\x06\x07", "latin1"), longs(0), huge(offset + size), longs(1)];
  return [...record, ...locator];
}

/** Numbers of 64 bits. */
export function huge(...numbers: number[]): Buffer {
  const buffer = Buffer.alloc(8 * numbers.length);
  for (const [index, number] of numbers.entries()) buffer.writeBigUInt64LE(BigInt(number), 8 * index);
  return buffer;
}

function words(...numbers: number[]): Buffer {
  const buffer = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) buffer.writeUInt16LE(number, 2 * index);
  return buffer;
}

function longs(...numbers: number[]): Buffer {
  const buffer = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) buffer.writeUInt32LE(number, 4 * index);
  return buffer;
}
