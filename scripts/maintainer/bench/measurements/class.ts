// A class over all exercises in which no two programs are alike, beside what a process for each submission would cost.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeCopies } from "../copies.ts";
import { makeClass, studentId } from "../make-class.ts";
import { type Measurement, median, type Row } from "../measurement.ts";
import { type Usage, used } from "../usage.ts";

const ROOT = dirname(dirname(dirname(dirname(import.meta.dirname))));
/** As a student grades: `npm test`, without npm. */
const TEST = ["scripts/test.ts"];
const VITEST = ["node_modules/vitest/vitest.mjs", "run"];
const [FEW, MANY] = [10, 40];
/** CPU time is counted in ticks of 10 ms: a process that takes a few of them must run often to be measured. */
const OFTEN = 10;

export default {
  about: "a class whose programs all differ, beside a vitest process and a node -e 0",
  async *measure(rounds) {
    const folder = mkdtempSync(join(tmpdir(), "async-dojo-class-"));
    const { ours, bare, remove } = makeCopies();
    const submissions = (size: number) => join(folder, `class-${size}`);
    const graded = async (size: number) => {
      const exercises = makeClass(ROOT, submissions(size), size);
      const args = ["scripts/grade.ts", submissions(size), "--out", join(folder, `report-${size}`)];
      return { exercises, ...(await used(ROOT, process.execPath, args)) };
    };
    try {
      const few = await graded(FEW);
      const many = await graded(MANY);
      const byVitest = await several(rounds, (round) => {
        cpSync(join(ROOT, "exercises"), join(ours, "exercises"), { recursive: true });
        cpSync(join(submissions(MANY), studentId((round % MANY) + 1)), join(ours, "exercises"), {
          recursive: true,
        });
        return used(ours, process.execPath, TEST, [0, 1]);
      });
      const vitest = await several(rounds, () => used(bare, process.execPath, VITEST));
      const node = await several(rounds * OFTEN, () => used(bare, process.execPath, ["-e", "0"]));
      yield* rows(many.exercises, { few, many, byVitest, vitest, node });
    } finally {
      remove();
      rmSync(folder, { recursive: true, force: true });
    }
  },
} satisfies Measurement;

/** The median of the time, the mean of the CPU time; the first run does not count. */
async function several(rounds: number, run: (round: number) => Promise<Usage>): Promise<Usage> {
  const all: Usage[] = [];
  for (let round = 0; round <= rounds; round++) all.push(await run(round));
  const counted = all.slice(1);
  const cpu = counted.reduce((sum, { cpuMs }) => sum + (cpuMs ?? Number.NaN), 0) / counted.length;
  return { ms: median(counted.map(({ ms }) => ms)), ...(cpu >= 0 && { cpuMs: cpu }) };
}

function* rows(
  exercises: number,
  { few, many, byVitest, vitest, node }: Record<string, Usage>,
): Generator<Row> {
  const ms = many!.ms / MANY;
  yield { what: "programs all differ: a submission; by vitest", ours: ms, bare: byVitest!.ms };
  yield { what: "the same; a vitest process that does nothing", ours: ms, bare: vitest!.ms };
  if (many!.cpuMs !== undefined && node!.cpuMs !== undefined) {
    const what = "CPU of a graded exercise; of node -e 0";
    yield { what, ours: many!.cpuMs / exercises, bare: node!.cpuMs, goal: 1.6 };
  }
  if (many!.peakMiB !== undefined && few!.peakMiB !== undefined) {
    const what = `the grader's memory: ${MANY} beside ${FEW}`;
    yield { what, ours: many!.peakMiB, bare: few!.peakMiB, unit: "MiB" };
  }
}
