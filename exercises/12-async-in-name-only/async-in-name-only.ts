// Exercise 12: a long piece of CPU work that lets everybody else have a turn.

/** Adds up the numbers chunk by chunk with `addUp`, and lets the event loop run between two chunks. */
export function sumAll(
  numbers: number[],
  addUp: (chunk: number[]) => number,
  chunkSize: number,
): Promise<number> {
  // TODO: call addUp for one chunk after the other, with a turn of the event loop in between.
  throw new Error("Not implemented yet");
}
