// Traces in a gradebook: compressed, and each only once, since right answers to a check all leave the same one.
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { isTrace } from "../../../graders/engine/sandbox/reply-form.ts";
import type { Trace } from "../../../graders/trace/trace.ts";
import { sha256 } from "./content.ts";

/** Bytes, unpacked; the engine takes none of more than half of it from a child. */
const MAX_BYTES = 16 * 1024 * 1024;

export class Traces {
  private readonly find: StatementSync;
  private readonly insert: StatementSync;
  private readonly mend: StatementSync;
  private readonly select: StatementSync;
  /** Numbers of those that were looked at, or written, since the file was opened: nobody else writes. */
  private readonly sound = new Set<number>();
  /** Of those that were written, or read, and are still in memory. */
  private readonly numbers = new WeakMap<Trace, number>();

  constructor(database: DatabaseSync) {
    this.find = database.prepare("SELECT trace FROM traces WHERE hash = ?");
    this.insert = database.prepare("INSERT INTO traces (hash, packed) VALUES (?, ?)");
    this.mend = database.prepare("UPDATE traces SET packed = ? WHERE trace = ?");
    this.select = database.prepare("SELECT hash, packed FROM traces WHERE trace = ?");
  }

  /** The trace's number, under which it can be read again. It must not change from now on. */
  keep(trace: Trace): number {
    const number = this.numbers.get(trace) ?? this.kept(trace);
    this.numbers.set(trace, number);
    return number;
  }

  /** Whether there is one of this number, and it is as it was kept. */
  has(number: number): boolean {
    return this.sound.has(number) || this.read(number) !== undefined;
  }

  private kept(trace: Trace): number {
    const text = JSON.stringify(trace);
    const hash = sha256(text);
    const known = this.find.get(hash)?.trace as number | undefined;
    const sound = known !== undefined && this.has(known);
    if (!sound && known !== undefined) this.mend.run(zstdCompressSync(text), known);
    const number = known ?? Number(this.insert.run(hash, zstdCompressSync(text)).lastInsertRowid);
    this.sound.add(number);
    return number;
  }

  /** The trace of this number, as it was kept; undefined where there is none, or what is there was never kept by us. */
  read(number: number): Trace | undefined {
    const row = this.select.get(number) as { hash: Uint8Array; packed: Uint8Array } | undefined;
    if (!row) return undefined;
    try {
      const text = zstdDecompressSync(row.packed, { maxOutputLength: MAX_BYTES });
      if (this.sound.has(number)) return JSON.parse(text.toString()) as Trace;
      if (!sha256(text).equals(row.hash)) return undefined;
      const trace: unknown = JSON.parse(text.toString());
      if (!isTrace(trace)) return undefined;
      this.sound.add(number);
      return trace;
    } catch {
      return undefined;
    }
  }
}
