// A class by workers on this machine, beside the same without a queue: the same bytes, and what the queue costs.
import { noRedis } from "../../../testing/redis.ts";
import type { Measurement } from "../measurement.ts";
import { Fleet, type Graded } from "../queue/fleet.ts";

const [FEW, MANY] = [4, 12];
const WORKERS = [1, 2, 4];

export default {
  about: "a class by 1, 2 and 4 workers here, beside one job at a time without a queue",
  onlyByName: true,
  async *measure() {
    if (noRedis()) return;
    const small = await costs(FEW, [2]);
    const large = await costs(MANY, WORKERS);
    for (const [workers, { ms }] of large.by)
      yield { what: `${MANY} students by ${workers}; without a queue`, ours: ms, bare: large.alone.ms };
    // To start, and to get going, each process takes its time, whatever the class.
    const each = (of: (graded: Graded) => number, which: (all: Costs) => Graded) =>
      (1000 * (of(which(large)) - of(which(small)))) / (large.programs - small.programs);
    const all = ({ cpu }: Graded) => cpu.grading + cpu.workers + cpu.redis;
    const byTwo = ({ by }: Costs) => by.get(2)!;
    const [ours, bare] = [each(all, byTwo), each(all, ({ alone }) => alone)];
    yield { what: "CPU of a program beside its sandbox; no queue", ours, bare, unit: "µs" };
    const grading = each(({ cpu }) => cpu.grading, byTwo);
    const redis = each(({ cpu }) => cpu.redis, byTwo);
    yield { what: "  of it the grading's; Redis'", ours: grading, bare: redis, unit: "µs" };
    yield { what: "  what the queue adds; at most", ours: ours - bare, bare: 5000, goal: 1, unit: "µs" };
  },
} satisfies Measurement;

interface Costs {
  programs: number;
  alone: Graded;
  /** By the number of workers. */
  by: Map<number, Graded>;
}

async function costs(students: number, workers: readonly number[]): Promise<Costs> {
  const fleet = await Fleet.begin(students);
  try {
    const alone = await fleet.graded("alone", 0);
    const by = new Map<number, Graded>();
    for (const number of workers) {
      const graded = await fleet.graded(`by-${number}`, number);
      if (graded.report !== alone.report) throw new Error(`${number} workers report something else.`);
      by.set(number, graded);
    }
    return { programs: fleet.programs, alone, by };
  } finally {
    await fleet.remove();
  }
}
