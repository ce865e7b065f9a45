// npm run bench [NAME…]: how fast it is, measured here and now, side by side. Usage: npm run bench -- --help
import { basename } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { runCommand } from "./lib/command.ts";
import { print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import { loadMeasurements } from "./maintainer/bench/load.ts";
import { machineLine } from "./maintainer/bench/machine.ts";
import { rowLine, tableHead } from "./maintainer/bench/table.ts";

const command = new Command("npm run bench --")
  .description("Measures what the student and the teacher wait for, beside what the bare tools need for it.")
  .argument("[NAME...]", "measurements (default: all but those of the queue)")
  .option("--rounds <number>", "how often each side is measured", positive, 9);

await runCommand(async () => {
  const all = await loadMeasurements();
  const names = all.map(({ name, about }) => `  ${name.padEnd(18)}${about}`).join("\n");
  command.addHelpText("after", `\nMeasurements:\n${names}`).parse();
  const { rounds } = command.opts<{ rounds: number }>();
  const unknown = command.args.find((name) => !all.some((each) => each.name === name));
  if (unknown !== undefined)
    throw new UsageError(`There is no measurement "${basename(unknown)}". There are:\n${names}`);
  const usual = command.args.length === 0;
  const chosen = all.filter(({ name, onlyByName }) => (usual ? !onlyByName : command.args.includes(name)));
  const say = (line: string) => print(process.stdout, line);
  say(machineLine());
  say(tableHead());
  for (const { measure } of chosen) for await (const row of measure(rounds)) say(rowLine(row));
  if (chosen.some(({ onlyByName }) => !onlyByName))
    say(`Medians of ${rounds} rounds after one to warm up; the sides take turns.`);
  return 0;
});

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError("It must be a whole number from 1.");
  return number;
}
