// npm run grade -- PATH…: grades submissions. Usage: npm run grade -- --help
import { enableCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { CACHE } from "../graders/engine/edition/cache.ts";
import { print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import type { Titles } from "./teacher/grade/summary.ts";

// Two thirds of the start. Not in a folder for temporary files: this process gives the marks.
enableCompileCache(join(CACHE, "compiled"));
const { callersFolder, flagsLostToNpm, parseArgs } = await import("./teacher/grade/args.ts");
const { exitCodes, runGrade } = await import("./teacher/grade/run.ts");

const interrupts = { SIGINT: 130, SIGTERM: 143 } as const;

async function main(stop: AbortController): Promise<number> {
  const folder = callersFolder(process.env, process.cwd());
  const root = dirname(import.meta.dirname);
  const options = parseArgs(process.argv.slice(2), { root, folder, env: process.env });
  if ("help" in options) {
    print(process.stdout, options.help);
    return exitCodes.graded;
  }
  const lost = flagsLostToNpm(process.env);
  if (lost) print(process.stderr, `Note: ${lost}`);
  // Loaded only now: wrong usage and --help need no engine, and should be answered at once.
  const { stdout, stderr } = process;
  const engines = await import("../graders/engine/engine.ts");
  const openEngine = async (sandbox: Parameters<typeof engines.openEngine>[0]) => {
    const engine = await engines.openEngine(sandbox);
    if (!options.queue) return engine;
    const { queueEngine } = await import("./teacher/queue/engine.ts");
    return queueEngine(engine, options.queue, options.out, (line) => print(stderr, `Note: ${line}`));
  };
  return runGrade(options, { stdout, stderr, openEngine, loadTitles, signal: stop.signal });
}

async function loadTitles(): Promise<Titles> {
  const { misconceptions } = await import("../graders/misconceptions/misconceptions.ts");
  return misconceptions;
}

/** Says what went wrong: the fault and remedy alone where that is all there is to it, else all that we know. */
function explain(error: unknown): string {
  const expected = error instanceof UsageError || (error instanceof Error && error.name === "EngineError");
  if (expected) return error.message;
  return `This is a bug of ours, please report it.\n${error instanceof Error ? error.stack : String(error)}`;
}

function stopOnInterrupt(): AbortController {
  const stop = new AbortController();
  for (const [name, code] of Object.entries(interrupts)) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(code);
      process.exitCode = code;
      stop.abort(new Error(`Stopped by ${name}`));
    });
  }
  return stop;
}

// `npm run grade | head`: whoever reads may leave; the results are written all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const stop = stopOnInterrupt();
try {
  process.exitCode = await main(stop);
} catch (error) {
  if (stop.signal.aborted) {
    print(
      process.stderr,
      `${(stop.signal.reason as Error).message}: no report was written. Grade again: it goes on from here.`,
    );
    // Children that are still on their way out must not keep us.
    process.exit();
  }
  print(process.stderr, explain(error));
  process.exitCode = exitCodes.usage;
}
