// npm run conformance: whether the world is like Node, area by area. Usage: npm run conformance -- --help
import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { ConformanceWorld } from "../graders/engine/conformance/in-world.ts";
import { linesOnNode } from "../graders/engine/conformance/on-node.ts";
import { conformancePrograms, RECORD, recordedLines } from "../graders/engine/conformance/programs.ts";
import { runCommand } from "./lib/command.ts";
import { print } from "./lib/terminal.ts";

const command = new Command("npm run conformance --")
  .description(
    "Runs small programs in the world, and compares what they print with the record of Node's output.",
  )
  .option("--record", "run them on Node too, in real time, and write what it prints into the record");

await runCommand(async () => {
  command.parse();
  const programs = conformancePrograms();
  const say = (line: string) => print(process.stdout, line);
  const record = command.opts<{ record?: boolean }>().record ? await onNode(programs) : recordedLines();
  if (command.opts().record) writeFileSync(RECORD, `${JSON.stringify(record, null, 1)}\n`);
  const world = new ConformanceWorld();
  const areas = new Map<string, { same: number; all: number }>();
  for (const { name, area, path, source } of programs) {
    const counts = areas.get(area) ?? { same: 0, all: 0 };
    const [here, there] = [(await world.lines(path, source)).join("\n"), record[name]?.join("\n")];
    counts.all++;
    if (here === there) counts.same++;
    else say(`${name}\n  on Node: ${there ?? "not recorded"}\n  here:    ${here}`);
    areas.set(area, counts);
  }
  await world.close();
  for (const [area, { same, all }] of areas) say(`${area.padEnd(18)}${same}/${all}`);
  const sum = (key: "same" | "all") => [...areas.values()].reduce((total, counts) => total + counts[key], 0);
  say(`${"all".padEnd(18)}${sum("same")}/${sum("all")}`);
  return sum("same") === sum("all") ? 0 : 1;
});

async function onNode(programs: { name: string; path: string }[]): Promise<Record<string, string[]>> {
  const record: Record<string, string[]> = {};
  for (const { name, path } of programs) record[name] = await linesOnNode(path);
  return record;
}
