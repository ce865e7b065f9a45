// Traces in a gradebook: compressed, and each only once, since right answers to a check all leave the same one.
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Trace } from "../../graders/kit/trace.ts";
import { sha256 } from "./content.ts";

/** Bytes, unpacked; the engine takes no larger one from a child. */
const MAX_BYTES = 64 * 1024 * 1024;

export class Traces {
  private readonly find: StatementSync;
  private readonly insert: StatementSync;
  private readonly select: StatementSync;

  constructor(database: DatabaseSync) {
    this.find = database.prepare("SELECT trace FROM traces WHERE hash = ?");
    this.insert = database.prepare("INSERT INTO traces (hash, packed) VALUES (?, ?)");
    this.select = database.prepare("SELECT packed FROM traces WHERE trace = ?");
  }

  /** The trace's number, under which it can be read again. */
  keep(trace: Trace): number {
    const text = JSON.stringify(trace);
    const hash = sha256(text);
    const known = this.find.get(hash)?.trace as number | undefined;
    return known ?? Number(this.insert.run(hash, zstdCompressSync(text)).lastInsertRowid);
  }

  /** The trace of this number, as it was kept. */
  read(number: number): Trace {
    const packed = this.select.get(number)!.packed as Uint8Array;
    return JSON.parse(zstdDecompressSync(packed, { maxOutputLength: MAX_BYTES }).toString("utf8")) as Trace;
  }
}
