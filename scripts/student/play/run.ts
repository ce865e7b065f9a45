// Runs what `npm run play` was asked for, and shows it.
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { readExercise } from "../../../graders/engine/compile/read-exercise.ts";
import type { Playground } from "../../../graders/engine/play/playground.ts";
import { endInWords, pendingInWords, playedTimeline } from "../../../graders/timeline/played.ts";
import { timelineSvg } from "../../../graders/timeline/svg.ts";
import { clearScreen, type Output, painter, print, widthOf } from "../../lib/terminal.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { Group, PlayOptions } from "./arguments.ts";
import { claimIn } from "./course.ts";
import { courseLines, type Look, type PlayedFile, playedLines } from "./show.ts";

/** Where what ran is shown in the browser. */
export interface PlayedPage {
  url: string;
  /** The next run has begun. */
  begins(): void;
  /** Shows what ran, group by group. */
  show(groups: readonly { title: string; files: readonly PlayedFile[] }[]): void;
  close(): void;
}

export type OpenPage = (root: string, title: string) => Promise<PlayedPage>;

/** Resolves to the exit code: 1 if a file could not be run. `openPage` is called where a page is asked for. */
export async function play(
  options: PlayOptions,
  output: Output,
  openPage: OpenPage,
  playground: Playground,
): Promise<number> {
  const look = lookOf(output);
  if (options.groups.length === 0) {
    print(output, courseLines(options.course, look));
    return 0;
  }
  if (options.step) return (await import("./step.ts")).stepThrough(options.groups[0]!, playground, output);
  const { root, groups } = options;
  const page = options.page ? await openPage(root, groups.map(({ title }) => title).join(", ")) : undefined;
  const code = await once(options, playground, output, page);
  if (!options.watch && !page) return code;
  const { watchFiles } = await import("./watch.ts");
  const again = async () => {
    clearScreen(output);
    page?.begins();
    await once(options, playground, output, page);
  };
  const ways = [
    "watching: a save runs it again; Ctrl-C ends",
    ...(page ? [`In the browser: ${page.url}`] : []),
  ];
  await watchFiles(options.groups, again, () =>
    print(output, ["", ...ways.map((line) => look.paint("dim", line))]),
  );
  page?.close();
  return 0;
}

function lookOf(output: Output): Look {
  const paint = painter(output);
  return { width: Math.min(widthOf(output) - 1, 120), paint, colour: paint("red", "x") !== "x" };
}

async function once(
  { groups, json, svg }: PlayOptions,
  playground: Playground,
  output: Output,
  page?: PlayedPage,
): Promise<number> {
  const all: PlayedFile[] = [];
  const shown: { title: string; files: PlayedFile[] }[] = [];
  for (const [index, group] of groups.entries()) {
    const files = await playedFiles(group, playground);
    all.push(...files);
    shown.push({ title: group.title, files });
    if (json) continue;
    if (index > 0) print(output, ["", ""]);
    print(output, playedLines(files, lookOf(output)));
  }
  page?.show(shown);
  if (json) print(output, JSON.stringify(asJson(all), null, 2));
  if (svg !== undefined) await writePicture(svg, all);
  return all.some(({ played }) => "fault" in played) ? 1 : 0;
}

export async function playedFiles({ files }: Group, playground: Playground): Promise<PlayedFile[]> {
  const all: PlayedFile[] = [];
  for (const { path, name } of files) {
    const read = await readExercise(dirname(path), basename(path));
    const claim = claimIn(await readFile(path, "utf8").catch(() => ""));
    all.push({ name, claim, read, played: await playground.play(read) });
  }
  return all;
}

/** For programs. Times are virtual ms. */
function asJson(files: readonly PlayedFile[]) {
  const runs = files.map(({ name, claim, played }) => {
    const head = { file: name, ...(claim && { claim }) };
    if ("fault" in played) return { ...head, fault: played.fault };
    const { trace } = played;
    const { console: lines } = trace;
    const printed = lines.map(({ at, level, text, where }) => ({
      at,
      level,
      text,
      ...(where && { where }),
    }));
    return { ...head, end: endInWords(trace), console: printed, pending: pendingInWords(trace), trace };
  });
  return { schema: "async-dojo/play@1", runs };
}

async function writePicture(path: string, files: readonly PlayedFile[]): Promise<void> {
  const runs = files.flatMap(({ name, played }) =>
    "trace" in played ? [{ title: name, trace: played.trace }] : [],
  );
  if (runs.length === 0) return;
  try {
    await writeFile(path, timelineSvg(playedTimeline(runs)));
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code}). Name another file after --svg.`,
    );
  }
}
