// `npm test exercises/03`, solved, beside bare vitest on one empty test: whole processes, from start to end.

import { timed } from "../commands.ts";
import { makeCopies } from "../copies.ts";
import { type Measurement, sideBySide } from "../measurement.ts";

export default {
  about: "npm test exercises/03, solved and unchanged, beside vitest run of one empty test",
  async *measure(rounds) {
    const { ours, bare, remove } = makeCopies();
    try {
      const npm = await sideBySide(
        rounds,
        () => timed(ours, "npm", "test", "exercises/03"),
        () => timed(bare, "npm", "test"),
      );
      yield { what: "npm test exercises/03, vitest run by npm", goal: 1.3, ...npm };
      const node = await sideBySide(
        rounds,
        () => timed(ours, process.execPath, "scripts/test.ts", "exercises/03"),
        () => timed(bare, process.execPath, "node_modules/vitest/vitest.mjs", "run"),
      );
      yield { what: "the same without npm on either side", goal: 1.3, ...node };
    } finally {
      remove();
    }
  },
} satisfies Measurement;
