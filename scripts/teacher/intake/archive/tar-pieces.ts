// The bytes of a tar, piece by piece, as a file has them or as they are unpacked: a large one is never in memory as a whole.
import { createGunzip } from "node:zlib";
import { Refused } from "../refused.ts";

export interface TarPieces {
  /** From the beginning, at each call. Rejects with Refused for what cannot be unpacked, or to too much. */
  all(): AsyncIterable<Buffer> | Iterable<Buffer>;
  /** How many bytes of the archive have been taken for what was given last; undefined if it is not packed. */
  taken(): number | undefined;
}

export function unpacked(bytes: Buffer): TarPieces {
  return { all: () => [bytes], taken: () => undefined };
}

const pieceBytes = 64 * 1024;

/** `tooMuch`: the reason if this many bytes (unpacked) are too many. */
export function gunzipped(bytes: Buffer, tooMuch: (unpacked: number) => string | undefined): TarPieces {
  let taken = 0;
  return {
    async *all() {
      const gunzip = createGunzip({ chunkSize: pieceBytes });
      gunzip.end(bytes);
      let size = 0;
      try {
        for await (const piece of gunzip as AsyncIterable<Buffer>) {
          size += piece.length;
          const reason = tooMuch(size);
          if (reason !== undefined) throw new Refused(reason);
          taken = gunzip.bytesWritten;
          yield piece;
        }
      } catch (error) {
        if (error instanceof Refused) throw error;
        const { message } = error as Error;
        throw new Refused(
          `The archive is damaged or cut short. Pack it, or download it, again. (${message})`,
        );
      }
    },
    taken: () => taken,
  };
}

/** The same bytes in pieces of which none ends within a character of UTF-8: the parser would garble that one. */
export async function* wholeCharacters(pieces: ReturnType<TarPieces["all"]>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const end = lastCharacterEnd(bytes);
    rest = Buffer.from(bytes.subarray(end));
    yield bytes.subarray(0, end);
  }
  if (rest.length > 0) yield rest;
}

/** Where the bytes end, or, if that is within a character, where that one begins. */
function lastCharacterEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : byte < 0x80 ? 1 : 0;
    if (length > 0) return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
