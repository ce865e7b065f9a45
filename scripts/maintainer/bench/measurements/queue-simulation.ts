// 50,000 students by 10, 100 and 1,000 workers: simulated, from what a class costs on this machine now.
import type { RunElsewhere } from "../../../../graders/engine/elsewhere.ts";
import { openEngine } from "../../../../graders/engine/engine.ts";
import { findSubmissions } from "../../../teacher/intake/submissions.ts";
import { FEWEST, MOST } from "../../../teacher/queue/window.ts";
import { noRedis } from "../../../testing/redis.ts";
import type { Measurement } from "../measurement.ts";
import { Fleet } from "../queue/fleet.ts";
import { simulate } from "../queue/simulate.ts";

const [FEW, MANY] = [4, 12];
const STUDENTS = 50_000;
const WORKERS = [1, 10, 100, 1000];
const MS_PER_MINUTE = 60_000;

export default {
  about: "50,000 students by 10, 100, 1,000 workers: simulated from what 12 cost here",
  onlyByName: true,
  async *measure() {
    if (noRedis()) return;
    const [few, many] = [await measured(FEW), await measured(MANY)];
    // To start, and to get going, each process takes its time, whatever the class.
    const each = (of: "grading" | "redis") => (many.cpu[of] - few.cpu[of]) / (MANY - FEW);
    const [grading, redis] = [each("grading"), each("redis")];
    const mean = many.jobs.reduce((sum, ms) => sum + ms, 0) / many.jobs.length;
    yield { what: "a student's job on a worker; grading's CPU for it", ours: mean, bare: grading };
    yield {
      what: "the grading's CPU for a job; Redis'",
      ours: 1000 * grading,
      bare: 1000 * redis,
      unit: "µs",
    };
    for (const workers of WORKERS) {
      const window = Math.min(Math.max(FEWEST, 4 * workers), MOST);
      const ms = simulate({ jobs: many.jobs, grading, redis }, STUDENTS, workers, window);
      const what = `${STUDENTS} students by ${workers}; if jobs were all there is`;
      const ideal = (STUDENTS * mean) / workers;
      yield { what, ours: ms / MS_PER_MINUTE, bare: ideal / MS_PER_MINUTE, unit: "min" };
    }
  },
} satisfies Measurement;

async function measured(students: number) {
  const fleet = await Fleet.begin(students);
  try {
    const jobs = await jobTimes(fleet.class_, fleet.folder);
    return { jobs, cpu: (await fleet.graded("by-1", 1)).cpu };
  } finally {
    await fleet.remove();
  }
}

/** Real ms that each submission's programs take on a worker. */
async function jobTimes(class_: string, folder: string): Promise<number[]> {
  const engine = await openEngine();
  const ids = engine.graders.map(({ id }) => id);
  const { signal } = new AbortController();
  const times: number[] = [];
  try {
    const { readers } = await findSubmissions([{ given: class_, absolute: class_ }], ids, {
      outFolder: folder,
    });
    for (const reader of readers) {
      let ms = 0;
      const run: RunElsewhere = async (programs) => {
        const begun = performance.now();
        const texts = await engine.transcribe(programs, { seed: 1, signal });
        ms += performance.now() - begun;
        return texts.map((text) => JSON.parse(text));
      };
      const submission = { id: reader.id, exercises: await reader.read(ids) };
      await engine.gradeElsewhere(submission, { seed: 1 }, { run, here: (act) => act() });
      times.push(ms);
    }
    return times;
  } finally {
    await engine.close();
  }
}
