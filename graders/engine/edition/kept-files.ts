// What was worked out before, in a folder of the cache: a file for each piece, under a name that holds the hash of all that
// it follows from. It is only ever asked by whoever could do the work again.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { write } from "./cache.ts";

/** Of what a piece follows from: values that JSON can hold. */
export function keyOf(content: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(content) ?? "")
    .digest("hex");
}

/** Characters of its key in a file's name. */
const KEY = 20;
/** A damaged file is none: it has a checksum. */
const PARAMS = { [constants.ZSTD_c_checksumFlag]: 1 };

export class KeptFiles {
  private readonly folder: string;
  private readonly most: number;
  private readonly mostBytes: number;

  /** Of each group (`03-three-apis`) the `most` newest pieces are kept, and none that has more bytes than `mostBytes`. */
  constructor(folder: string, most: number, mostBytes = Number.POSITIVE_INFINITY) {
    this.folder = folder;
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** What was kept under this key; undefined where there is no such file, or a damaged one. */
  read(group: string, key: string): unknown {
    try {
      return JSON.parse(zstdDecompressSync(readFileSync(this.path(group, key))).toString("utf8"));
    } catch {
      return undefined;
    }
  }

  /** Keeps a value that JSON can hold, and forgets the oldest ones. Throws EngineError if it cannot be written. */
  keep(group: string, key: string, value: unknown): void {
    const packed = zstdCompressSync(JSON.stringify(value), { params: PARAMS });
    if (packed.length > this.mostBytes) return;
    write(this.path(group, key), packed);
    const paths = readdirSync(this.folder).flatMap((name) =>
      name.startsWith(`${group}.`) ? [join(this.folder, name)] : [],
    );
    const age = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    for (const path of paths.sort((a, b) => age(b) - age(a)).slice(this.most)) rmSync(path, { force: true });
  }

  private path(group: string, key: string): string {
    return join(this.folder, `${group}.${key.slice(0, KEY)}.json.zst`);
  }
}
