// npm run similar -- PATH…: submissions that are more alike than chance makes them. Usage: npm run similar -- --help
import { dirname, join } from "node:path";
import { callersFolder, flagsLostToNpm, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { shownPath } from "./lib/paths.ts";
import { painter, print, shownLine, widthOf, wrap } from "./lib/terminal.ts";
import { checkPlaces, findSubmissions } from "./teacher/intake/submissions.ts";
import { writeReport } from "./teacher/reports/write-report.ts";
import { prepareOut } from "./teacher/results.ts";
import { parseArguments } from "./teacher/similar/args.ts";
import { type Finding, findSimilar, linesOf, ofEarlier } from "./teacher/similar/find.ts";
import { csvText, findingLines, notComparedLines } from "./teacher/similar/show.ts";

const shownAtMost = 12;
const advice =
  "Look at these. They share what few others have, which proves nothing: people work together, read the same page, " +
  "or think alike.";

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const known = exerciseIds(root);
  const folder = callersFolder("similar", process.env, process.cwd());
  const options = parseArguments(process.argv.slice(2), known, folder);
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const lost = flagsLostToNpm("similar", ["only", "out", "earlier"], process.env);
  for (const note of lost ? [lost] : []) print(process.stderr, `Note: ${note}`);
  const { places, earlier, ids, out } = options;
  await checkPlaces([...places, ...earlier]);
  const { readers: ours, warnings } = await findSubmissions(places, known, { outFolder: out });
  const before = earlier.length > 0 ? await findSubmissions(earlier, known, { outFolder: out }) : undefined;
  const readers = [...ours, ...ofEarlier(before?.readers ?? [], ours)];
  for (const warning of [...warnings, ...(before?.warnings ?? [])])
    print(process.stderr, `Note: ${shownLine(warning)}`);
  await prepareOut(out, shownPath(out));

  const all = await findSimilar(readers, ids, root, new AbortController().signal);
  const now = new Set(ours.map(({ id }) => id));
  const found = { ...all, findings: all.findings.filter((finding) => finding.ids.some((id) => now.has(id))) };
  const { findings, count } = found;
  const [width, paint] = [widthOf(process.stdout), painter(process.stdout)];
  const say = (...lines: string[]) => print(process.stdout, lines);
  say(`Compared ${count} answers of ${readers.length} submissions; untouched stubs are left out.`);
  for (const line of notComparedLines(found)) say(line);
  if (findings.length === 0) say("", "Nothing is more alike than chance makes it.");
  else say("", ...wrap(advice, Math.min(width, 100)));
  const byId = new Map(readers.map((reader) => [reader.id, reader]));
  const sets = [...Map.groupBy(findings, ({ ids }) => ids.join("\n")).values()];
  for (const [finding, ...also] of sets.slice(0, shownAtMost) as [Finding, ...Finding[]][]) {
    const { exercise, spans, ids } = finding;
    const [span] = spans;
    const excerpt: [string[], string[]] | undefined = span && [
      await linesOf(byId.get(ids[0]!)!, exercise, span.first),
      await linesOf(byId.get(ids[1]!)!, exercise, span.second),
    ];
    say("", ...findingLines(finding, also, excerpt, width, paint));
  }
  await writeReport(out, "similar.csv", csvText(findings));
  const more = sets.length - shownAtMost;
  const rest = more > 0 ? ` ${more} more like these are in it.` : "";
  say("", `${shownPath(join(out, "similar.csv"))} written.${rest}`);
  return 0;
});
