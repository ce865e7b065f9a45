// From save to verdict in watch mode, beside bare vitest's watch mode on a test that does nothing.
import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "../commands.ts";
import { emptyTest, makeCopies } from "../copies.ts";
import { type Measurement, sideBySide } from "../measurement.ts";

/** Real ms that pass before a save: nobody saves twice in less, and both sides may use them. */
const PAUSE = 1000;

/** What makes it a program of which no verdict is kept. */
const unlike = (round: number) => `export const round = "${randomUUID()} ${round}";\n`;

const wrongAnswer = `export async function fetchAllApis<T>(fetchApi: (id: number) => Promise<T>): Promise<T[]> {
  return [await fetchApi(1), await fetchApi(2), await fetchApi(3)];
}
`;

export default {
  about: "from save to verdict beside vitest's re-run of an empty test",
  async *measure(rounds) {
    const { ours, bare, answer, test, remove } = makeCopies();
    const mine = watcher(ours, /Waiting for you to save/, "scripts/watch.ts", "exercises/03");
    const theirs = watcher(bare, /Waiting for file changes/, "node_modules/vitest/vitest.mjs", "--watch");
    try {
      await Promise.all([mine.ready, theirs.ready]);
      const bareSave = (round: number) => theirs.save(test, `// ${round}\n${emptyTest}`);
      const rightAnswer = readFileSync(answer, "utf8");
      const right = await sideBySide(
        rounds,
        (round) => mine.save(answer, `${rightAnswer}${unlike(round)}`),
        bareSave,
      );
      yield { what: "save to verdict, a right answer to 03", goal: 2, ...right };
      const wrong = await sideBySide(
        rounds,
        (round) => mine.save(answer, `${wrongAnswer}${unlike(round)}`),
        bareSave,
      );
      yield { what: "save to verdict, a wrong one, with its ghost", goal: 2, ...wrong };
    } finally {
      await Promise.all([mine.stop(), theirs.stop()]);
      remove();
    }
  },
} satisfies Measurement;

/** `waits`: what it prints when a run has ended and all is said. */
function watcher(cwd: string, waits: RegExp, ...args: string[]) {
  const child = start(cwd, process.execPath, ...args);
  const exit = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let said = "";
  let later = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
      later();
    });
  const waiting = () => {
    said = "";
    return new Promise<void>((resolve, reject) => {
      later = () => waits.test(said) && resolve();
      exit.then(() => reject(new Error(`${args.join(" ")} ended:\n${said}`)));
    });
  };
  return {
    ready: waiting(),
    /** Real ms until it waits again. */
    async save(path: string, text: string): Promise<number> {
      await sleep(PAUSE);
      const done = waiting();
      const begun = performance.now();
      writeFileSync(path, text);
      await done;
      return performance.now() - begun;
    },
    async stop() {
      child.kill();
      await exit;
    },
  };
}
