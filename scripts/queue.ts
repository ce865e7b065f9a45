// npm run queue -- status|drain|clean|key: looks after the queue of npm run grade and npm run worker. Usage: … -- --help
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { callersFolder, flagsLostToNpm, runCommand } from "./lib/command.ts";
import { shownPath } from "./lib/paths.ts";
import { print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import { flags, parseQueueArguments, type QueueAct } from "./teacher/queue/args.ts";

await runCommand(async () => {
  const { env } = process;
  const act = parseQueueArguments(process.argv.slice(2), env, callersFolder("queue", env, process.cwd()));
  if ("help" in act) {
    print(process.stdout, act.help);
    return 0;
  }
  const lost = flagsLostToNpm("queue", flags, env);
  if (lost) print(process.stderr, `Note: ${lost}`);
  if (act.act === "key") makeKey(act.file);
  else await look(act);
  return 0;
});

/** One that is there stays: all that is sealed with it could never be opened again. */
function makeKey(file: string): void {
  try {
    writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === "EEXIST" ? "is there already" : `cannot be written (${code})`;
    throw new UsageError(`"${shownPath(file)}" ${why}.`);
  }
  print(process.stdout, `${shownPath(file)} written. Bring it to each machine; nobody else should have it.`);
}

async function look({ act, place, as }: Exclude<QueueAct, { act: "key" }>): Promise<void> {
  const [{ reachRedis }, status, { metricsText, statusLines }, { clean, drain }] = await Promise.all([
    import("./teacher/queue/redis.ts"),
    import("./teacher/queue/status.ts"),
    import("./teacher/queue/show-status.ts"),
    import("./teacher/queue/clean.ts"),
  ]);
  const { connect } = await reachRedis(place);
  const redis = connect(true);
  const { prefix, shown } = place;
  const say = (lines: string | string[]) => print(process.stdout, lines);
  try {
    const removed =
      act === "drain" ? await drain(redis, prefix) : act === "clean" ? await clean(redis, prefix) : undefined;
    const now = await status.readStatus(redis, shown, prefix);
    if (as === "json") return say(JSON.stringify({ ...now, ...(removed !== undefined && { removed }) }));
    if (as === "metrics") {
      const texts = await status.ofEach(redis, prefix, (queue) => queue.exportPrometheusMetrics());
      return say(metricsText(now, texts).split("\n"));
    }
    if (removed !== undefined) say(`${removed} ${act === "drain" ? "jobs" : "keys"} removed.`);
    if (act === "drain" && now.coordinators.some(({ lives }) => lives))
      say("Gradings go on, and add again what they miss: stop them first.");
    say(statusLines(now));
  } finally {
    redis.disconnect();
  }
}
