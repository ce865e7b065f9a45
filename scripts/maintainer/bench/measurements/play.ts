// `npm run play FILE.ts`, with a session open and without, beside node on the same file: whole processes, from start to end.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAnswered } from "../../../student/play/session/listen.ts";
import { startWatching } from "../../../testing/watching.ts";
import { timed } from "../commands.ts";
import { makeCopies } from "../copies.ts";
import { type Measurement, sideBySide } from "../measurement.ts";

/** Real ms between two runs: nobody asks for the next in less, and a session starts the next child in it. */
const PAUSE = 500;

/** One that takes no time: on Node it would really pass. */
const PROGRAM = join(import.meta.dirname, "../../../../examples/course/P2-coroutine.ts");

export default {
  about: "npm run play FILE.ts, with a session open and without, beside node FILE.ts",
  async *measure(rounds) {
    const { ours, remove } = makeCopies();
    cpSync(PROGRAM, join(ours, "mine.ts"));
    const after = async (...args: string[]) => {
      await sleep(PAUSE);
      return timed(ours, process.execPath, ...args);
    };
    const play = () => after("scripts/play.mjs", "mine.ts");
    const bare = () => after("mine.ts");
    const session = startWatching(ours, "exercises/03");
    try {
      await session.printed();
      while (!(await isAnswered(ours))) await sleep(PAUSE);
      const open = await sideBySide(rounds, play, bare);
      yield { what: "npm run play, a session open; node FILE.ts", goal: 1.5, ...open };
      await session.stop();
      yield { what: "the same without a session", ...(await sideBySide(rounds, play, bare)) };
    } finally {
      await session.stop();
      remove();
    }
  },
} satisfies Measurement;
