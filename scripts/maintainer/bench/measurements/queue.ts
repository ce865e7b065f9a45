// A class by workers on this machine, beside the same without a queue: the same bytes, and what the queue costs.
import { noRedis } from "../../../testing/redis.ts";
import type { Measurement } from "../measurement.ts";
import { Fleet } from "../queue/fleet.ts";

const STUDENTS = 12;
const WORKERS = [1, 2, 4];

export default {
  about: "a class by 1, 2 and 4 workers here, beside one job at a time without a queue",
  onlyByName: true,
  async *measure() {
    if (noRedis()) return;
    const fleet = await Fleet.begin(STUDENTS);
    try {
      const { programs } = fleet;
      const alone = await fleet.graded("alone", 0);
      for (const workers of WORKERS) {
        const by = await fleet.graded(`by-${workers}`, workers);
        if (by.report !== alone.report) throw new Error(`${workers} workers report something else.`);
        const { grading, workers: theirs, redis } = by.cpu;
        const what = `${workers} ${workers === 1 ? "worker" : "workers"}`;
        yield { what: `${STUDENTS} students, ${what}; no queue`, ours: by.ms, bare: alone.ms };
        const each = (cpu: number) => (1000 * cpu) / programs;
        const all = grading + theirs + redis;
        yield {
          what: `CPU beside sandboxes, a program: ${what}; no queue`,
          ours: each(all),
          bare: each(alone.cpu.grading),
          unit: "µs",
        };
        yield { what: "  of it the grading's; Redis'", ours: each(grading), bare: each(redis), unit: "µs" };
      }
    } finally {
      await fleet.remove();
    }
  },
} satisfies Measurement;
