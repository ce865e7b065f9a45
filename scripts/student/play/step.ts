// `--step`: a run told one event at a time; all of them at once where the output is no terminal.

import type { Playground } from "../../../graders/engine/play/playground.ts";
import { happeningsOf } from "../../../graders/timeline/step-by-step.ts";
import { print, printable } from "../../lib/terminal.ts";
import type { Group } from "./arguments.ts";
import { playedFiles } from "./run.ts";
export async function stepThrough(group: Group, playground: Playground): Promise<number> {
  const [file] = await playedFiles(group, playground);
  if (!file || "fault" in file.played) {
    print(process.stdout, file && "fault" in file.played ? file.played.fault : "");
    return 1;
  }
  print(
    process.stdout,
    happeningsOf(file.played.trace).map(
      (h) =>
        `${String(h.at).padStart(6)} ms ${{ turn: "▼ ", microtask: "  · ", within: "      " }[h.level]}${printable(h.text)}${h.where ? `  (line ${h.where.line})` : ""}`,
    ),
  );
  return 0;
}
