// Opens the page's chunks: each is inflated when something in it is first asked for, and kept.
import { type ChunkItem, ITEMS_PER_CHUNK } from "../page-data.ts";

const opened = new Map<number, Promise<unknown[]>>();

/** The item's value, as it was put there. */
export async function openItem<T>(item: ChunkItem): Promise<T> {
  const number = Math.floor(item / ITEMS_PER_CHUNK);
  const chunk = opened.get(number) ?? open(number);
  opened.set(number, chunk);
  return (await chunk)[item % ITEMS_PER_CHUNK] as T;
}

async function open(number: number): Promise<unknown[]> {
  const text = atob(document.getElementById(`chunk-${number}`)!.textContent);
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(inflated).text());
}
