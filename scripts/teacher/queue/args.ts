// The command lines of `npm run worker` and `npm run queue`.
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { UsageError } from "../../lib/usage-error.ts";
import {
  type QueueAddress,
  type QueuePlace,
  readAddress,
  readPlace,
  withPlaceOptions,
  withQueueOptions,
} from "./address.ts";

export interface WorkerOptions {
  address: QueueAddress;
  jobs: number;
  sandbox: "auto" | "strict";
  /** Real ms. */
  patienceMs: number;
}

/** What npm would keep to itself without the `--`. */
export const flags = ["queue", "queue-key", "queue-prefix", "jobs", "sandbox", "json", "metrics"];

/** What `npm run queue` is to do. */
export type QueueAct =
  | { act: "status" | "drain" | "clean"; place: QueuePlace; as: "text" | "json" | "metrics" }
  | { act: "key"; file: string };

const MAX_JOBS = 256;
const [SHORTEST_S, PATIENCE_S, LONGEST_S] = [1, 60, 3600];

const notes = `
A worker takes only what its own graders, Node and sandbox would run alike; npm run grade says when there is none such.
SIGTERM: it ends what is under way, for 25 s at most; a second one ends it at once, and another worker does it.`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseWorkerArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  folder: string,
): WorkerOptions | { help: string } {
  const command = withQueueOptions(new Command("npm run worker --"))
    .description("Runs programs for npm run grade -- … --queue, on this machine, until it is stopped.")
    .option("--jobs <n>", "how many at a time (default: the number of cores)", wholeNumber(1, MAX_JOBS))
    .addOption(
      new Option("--sandbox <mode>", "auto, or strict: no work without bubblewrap")
        .choices(["auto", "strict"])
        .default("auto"),
    )
    .option(
      "--patience <seconds>",
      "of silence after which another worker does what this one had",
      wholeNumber(SHORTEST_S, LONGEST_S),
      PATIENCE_S,
    )
    .addHelpText("after", notes);
  const help = parseWith(command, args, { see: "\nSee: npm run worker -- --help" });
  if (help !== undefined) return { help };
  const { queue, queueKey, queuePrefix, jobs = availableParallelism(), sandbox, patience } = command.opts();
  const address = readAddress({ queue, key: queueKey, prefix: queuePrefix }, env, folder);
  return { address, jobs, sandbox, patienceMs: patience * 1000 };
}

const queueNotes = `
  status   what waits, who works, what failed
  drain    what waits is removed; what is being run is not
  clean    removes all that gradings which ended without a word left behind
  key FILE makes a key for all machines, in a file that only you can read

Exit codes: 0 done, 1 wrong usage, or Redis does not answer.`;

/** As `parseWorkerArguments`, for `npm run queue`. */
export function parseQueueArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  folder: string,
): QueueAct | { help: string } {
  const command = withPlaceOptions(new Command("npm run queue --"))
    .description("Looks after the queue between npm run grade and npm run worker.")
    .argument("<act>", "status, drain, clean or key")
    .argument("[FILE]", "of a new key")
    .option("--json", "prints for programs")
    .option("--metrics", "status, as Prometheus reads it")
    .addHelpText("after", queueNotes);
  const see = "\nSee: npm run queue -- --help";
  const help = parseWith(command, args, {
    see,
    missing: `What shall be done: status, drain, clean or key?${see}`,
  });
  if (help !== undefined) return { help };
  const [act, file] = command.args;
  if (act === "key") {
    if (!file) throw new UsageError("Which file shall hold the key? npm run queue -- key queue.key");
    return { act, file: resolve(folder, file) };
  }
  if (act !== "status" && act !== "drain" && act !== "clean")
    throw new UsageError(`"${act}" is nothing that can be done: status, drain, clean or key.${see}`);
  if (file !== undefined) throw new UsageError(`"${file}" is one word too many.${see}`);
  const { queue, queuePrefix, json, metrics } = command.opts();
  const place = readPlace({ queue, prefix: queuePrefix }, env, folder);
  return { act, place, as: metrics ? "metrics" : json ? "json" : "text" };
}

function wholeNumber(min: number, max: number) {
  return (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}`);
  };
}
