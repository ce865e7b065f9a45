// The workers that are there for a grading, and what it says of them.
import type { Names } from "./names.ts";
import { type WorkerRecord, whyNone } from "./presence.ts";

export class Crew {
  /** Those that take this grading's work. */
  own: WorkerRecord[] = [];
  private readonly names: Names;
  private readonly say: (line: string) => void;
  private said = "";

  constructor(names: Names, say: (line: string) => void) {
    this.names = names;
    this.say = say;
  }

  /** How many jobs they take at once. */
  get concurrency(): number {
    return this.own.reduce((sum, { jobs }) => sum + jobs, 0);
  }

  /** These are there. Says it where nobody takes our work, and where somebody does again: once each. */
  saw(workers: readonly WorkerRecord[]): void {
    const { version, queue } = this.names;
    this.own = workers.filter((worker) => worker.queue === queue);
    const { length } = this.own;
    const there = length === 1 ? "A worker is there now." : `${length} workers are there now.`;
    const now = length > 0 ? "" : this.none(whyNone(version, workers));
    if (now !== this.said) this.say(now || there);
    this.said = now;
  }

  private none(why: readonly string[]): string {
    const remedy = why.length > 0 ? why : ["Start one: npm run worker -- --queue …"];
    return [`no worker takes this (graders ${this.names.version.graders.slice(0, 8)}).`, ...remedy].join(" ");
  }
}
