// Fifty random faults over a class that workers grade: the report must be an undisturbed run's, and Redis empty at the end.
import { noRedis } from "../../../testing/redis.ts";
import type { Measurement } from "../measurement.ts";
import { Disturbed, randomOf } from "../queue/faults.ts";
import { Fleet } from "../queue/fleet.ts";

const STUDENTS = 8;
const FAULTS = 50;
/** What stays of workers that were killed is forgotten by itself. */
const OF_WORKERS = /^dojo:(workers?\b|[0-9a-f-]{17}:(meta|stalled-check)$)/;

export default {
  about: `${FAULTS} random faults over a class of ${STUDENTS}, beside no queue: some minutes`,
  onlyByName: true,
  async *measure() {
    if (noRedis()) return;
    const fleet = await Fleet.begin(STUDENTS, ["appendonly yes", "appendfsync everysec"]);
    const random = randomOf(1);
    try {
      const alone = await fleet.graded("alone", 0);
      for (let [left, round] = [FAULTS, 1]; left > 0; round++) {
        const disturbed = await Disturbed.begin(fleet, `disturbed-${round}`, random);
        const begun = performance.now();
        const said = await disturbed.run(left);
        const ms = performance.now() - begun;
        if (fleet.report(`disturbed-${round}`) !== alone.report) throw new Error(`Another report:\n${said}`);
        const admin = fleet.redis.client();
        const keys = (await admin.keys("*")).filter((key) => !OF_WORKERS.test(key));
        admin.disconnect();
        if (keys.length > 0) throw new Error(`Left in Redis: ${keys.join(", ")}`);
        const faults = [...disturbed.happened.values()].reduce((sum, count) => sum + count, 0);
        left -= faults;
        yield { what: `the same report after ${faults} faults; no queue`, ours: ms, bare: alone.ms };
      }
    } finally {
      await fleet.remove();
    }
  },
} satisfies Measurement;
