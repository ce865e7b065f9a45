// A class of 1,000 over all exercises, beside the least that a process for each submission would cost.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeCopies } from "../copies.ts";
import { makeClass } from "../make-class.ts";
import { type Measurement, median, type Row } from "../measurement.ts";
import { type Usage, used } from "../usage.ts";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));
const [FEW, MANY] = [100, 1000];

export default {
  about: "a class of 1,000 beside a vitest process, and a node -e 0, for each submission",
  async *measure(rounds) {
    const folder = mkdtempSync(join(tmpdir(), "async-dojo-class-"));
    const { bare, remove } = makeCopies();
    try {
      const graded = async (size: number): Promise<Usage> => {
        const [class_, out] = [join(folder, `class-${size}`), join(folder, `report-${size}`)];
        makeClass(ROOT, class_, size);
        return used(ROOT, process.execPath, "scripts/grade.ts", class_, "--out", out);
      };
      const few = await graded(FEW);
      const many = await graded(MANY);
      const vitest = await several(rounds, bare, "node_modules/vitest/vitest.mjs", "run");
      const node = await several(rounds, bare, "-e", "0");
      yield* rows(few, many, vitest, node);
    } finally {
      remove();
      rmSync(folder, { recursive: true, force: true });
    }
  },
} satisfies Measurement;

/** Medians of Node with these arguments; the first run does not count. */
async function several(rounds: number, cwd: string, ...args: string[]): Promise<Usage> {
  const all: Usage[] = [];
  for (let round = 0; round <= rounds; round++) all.push(await used(cwd, process.execPath, ...args));
  const of = (key: "ms" | "cpuMs") => median(all.slice(1).map((usage) => usage[key] ?? Number.NaN));
  return { ms: of("ms"), cpuMs: of("cpuMs") };
}

function* rows(few: Usage, many: Usage, vitest: Usage, node: Usage): Generator<Row> {
  yield {
    what: "a submission of 1,000; a vitest process",
    ours: many.ms / MANY,
    bare: vitest.ms,
    goal: 1 / 40,
  };
  if (many.cpuMs !== undefined && node.cpuMs) {
    const ours = many.cpuMs / MANY;
    yield { what: "CPU of a submission; of node -e 0", ours, bare: node.cpuMs, goal: 3 };
  }
  if (many.peakMiB !== undefined && few.peakMiB !== undefined) {
    const what = "the grader's memory: 1,000 beside 100";
    yield { what, ours: many.peakMiB, bare: few.peakMiB, unit: "MiB" };
  }
}
