// Feedback and timelines in the page: gathered in chunks of like things, deflated, each opened only when it is looked at.
import { deflateRawSync } from "node:zlib";
import { type ChunkItem, ITEMS_PER_CHUNK } from "./page-data.ts";

/** In characters of JSON: large enough to deflate well, small enough to be inflated in a blink. */
const SIZE = 64 * 1024;

interface Chunk {
  number: number;
  items: string[];
  size: number;
}

/** Holds no more than one open chunk of each group; what is full is to be taken away and written. */
export class ChunkWriter {
  private readonly open = new Map<string, Chunk>();
  private full: Chunk[] = [];
  private count = 0;

  /** Puts `json` into a chunk with others of its group. Returns where it will be found. */
  add(group: string, json: string): ChunkItem {
    const chunk = this.open.get(group) ?? { number: this.count++, items: [], size: 0 };
    this.open.set(group, chunk);
    const index = chunk.items.push(json) - 1;
    chunk.size += json.length;
    if (chunk.size >= SIZE || chunk.items.length === ITEMS_PER_CHUNK) {
      this.open.delete(group);
      this.full.push(chunk);
    }
    return chunk.number * ITEMS_PER_CHUNK + index;
  }

  /** The full chunks as HTML; of `all` the open ones too. They are gone from here then. */
  take({ all }: { all: boolean }): string {
    const taken = all ? [...this.full, ...this.open.values()] : this.full;
    this.full = [];
    if (all) this.open.clear();
    return taken.map(chunkHtml).join("");
  }
}

// A script of a type that is none is data to the browser; base64 holds nothing that could end it.
function chunkHtml({ number, items }: Chunk): string {
  const data = deflateRawSync(`[${items.join(",")}]`, { level: 9 }).toString("base64");
  return `<script type="application/octet-stream" id="chunk-${number}">${data}</script>\n`;
}
