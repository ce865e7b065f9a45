// What a measurement is: a file in measurements/ that exports one as its default.

/** One line of the table: medians, of real ms if it names no other unit. */
export interface Row {
  what: string;
  ours: number;
  /** What the bare tool needs for the least that there is to do. */
  bare: number;
  /** `ours` shall be at most this many times `bare`. */
  goal?: number;
  unit?: "ms" | "µs" | "min" | "MiB";
}

export interface Measurement {
  /** For `--help`. */
  about: string;
  /** Takes long: it is measured only where it is asked for by its name. */
  onlyByName?: boolean;
  /** Measures each side `rounds` times, in turn, after one run of each that does not count. */
  measure(rounds: number): AsyncIterable<Row>;
}

/** Runs both sides in turn; resolves to their medians in ms. Each side resolves to the ms that it took. */
export async function sideBySide(
  rounds: number,
  ours: (round: number) => Promise<number>,
  bare: (round: number) => Promise<number>,
): Promise<{ ours: number; bare: number }> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const [us, them] = [await ours(round), await bare(round)];
    if (round === 0) continue;
    mine.push(us);
    theirs.push(them);
  }
  return { ours: median(mine), bare: median(theirs) };
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
