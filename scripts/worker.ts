// npm run worker -- --queue redis://…: runs programs for gradings elsewhere. Usage: npm run worker -- --help
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { CACHE } from "../graders/engine/edition/cache.ts";
import { callersFolder, flagsLostToNpm, runCommand } from "./lib/command.ts";
import { print } from "./lib/terminal.ts";
import { flags, parseWorkerArguments } from "./teacher/queue/args.ts";

enableCompileCache(join(CACHE, "compiled"));

/** Real ms that what is under way may take once it is to stop; and until it ends whatever keeps it, such as a Redis that is away. */
const [GRACE_MS, LAST_MS] = [25_000, 30_000];

await runCommand(async () => {
  const { env } = process;
  const options = parseWorkerArguments(
    process.argv.slice(2),
    env,
    callersFolder("worker", env, process.cwd()),
  );
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const { address, jobs, sandbox, patienceMs } = options;
  const say = (line: string) => print(process.stderr, `Note: ${line}`);
  const lost = flagsLostToNpm("worker", flags, env);
  for (const note of [...(lost ? [lost] : []), ...address.notes]) say(note);
  const [{ openEngine }, { reachRedis }, { QueueWorker }, { Names }] = await Promise.all([
    import("../graders/engine/engine.ts"),
    import("./teacher/queue/redis.ts"),
    import("./teacher/queue/worker.ts"),
    import("./teacher/queue/names.ts"),
  ]);
  const connections = await reachRedis(address);
  const engine = await openEngine({ sandbox });
  const names = new Names(engine, address);
  const worker = new QueueWorker({ engine, names, connections, jobs, patienceMs, say });
  const weaker = engine.weaker ? ` (could be stronger: ${engine.weaker})` : "";
  print(process.stdout, [
    `Working for ${address.shown}, ${jobs} jobs at a time; graders ${engine.gradersHash.slice(0, 8)}, queue ${names.queue}.`,
    `Sandbox: ${engine.layers.join(", ")}${weaker}`,
  ]);
  await new Promise<void>((resolve) => {
    const stop = () => {
      if (worker.stopping) return void worker.close();
      print(process.stderr, "Stopping when what is under way is done.");
      setTimeout(() => void worker.close(), GRACE_MS).unref();
      setTimeout(() => process.exit(1), LAST_MS).unref();
      void worker.close().then(resolve);
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  });
  await engine.close();
  return 0;
});
