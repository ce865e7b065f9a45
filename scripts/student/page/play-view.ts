// Programs that were run by themselves, for the page.
import { endInWords, pendingInWords, playedTimeline } from "../../../graders/timeline/played.ts";
import { printable } from "../../../graders/trace/printable.ts";
import { drawn } from "../../../graders/vitest/report.ts";
import { isVisible, type PlayedFile } from "../play/show.ts";
import type { PlayedRunView, PlayView } from "./shapes.ts";
import { stepsView } from "./steps-view.ts";

export function playView(title: string, files: readonly PlayedFile[]): PlayView {
  const runs = files.flatMap(({ name, played }) =>
    "trace" in played ? [{ title: name, trace: played.trace }] : [],
  );
  const timeline = isVisible(runs) ? drawn(() => playedTimeline(runs)) : undefined;
  return { title: printable(title), runs: files.map(runView), ...(timeline && { timeline }) };
}

function runView({ name, claim, read, played }: PlayedFile): PlayedRunView {
  const head = { name: printable(name), claim: printable(claim) };
  if ("fault" in played || "refused" in read)
    return { ...head, fault: printable("fault" in played ? played.fault : ""), pending: [] };
  const { trace } = played;
  return {
    ...head,
    steps: stepsView(trace, read.files, read.entry),
    ended: printable(endInWords(trace)),
    pending: pendingInWords(trace).map(printable),
  };
}
