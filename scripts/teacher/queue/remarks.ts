// What a run with a queue says at its end, of what went otherwise than it should.
import type { Counts } from "./open-job.ts";

/** A sentence for each kind; none where all went well. `outages`: how often Redis was away. */
export function remarksOn(counts: Counts, outages: number): string[] {
  const { again, refused, twice, contradicted, failed } = counts;
  const sentences: [count: number, one: string, several: string][] = [
    [outages, "Redis was away once.", `Redis was away ${outages} times.`],
    [
      again,
      "A job was lost on the way, and handed out again.",
      `${again} jobs were lost on the way, and handed out again.`,
    ],
    [
      twice,
      "A job was done twice; the first result counts.",
      `${twice} jobs were done twice; the first results count.`,
    ],
    [
      failed,
      "A job failed on the workers, and was run here.",
      `${failed} jobs failed on the workers, and were run here.`,
    ],
    [refused, "A result was refused: it was changed.", `${refused} results were refused: they were changed.`],
    [
      contradicted,
      "A job came back twice, with different results: a fault of ours, please report it.",
      `${contradicted} jobs came back twice, with different results: a fault of ours, please report it.`,
    ],
  ];
  return sentences.flatMap(([count, one, several]) => (count === 0 ? [] : count === 1 ? one : several));
}
