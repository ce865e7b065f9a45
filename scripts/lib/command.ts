// What every command of ours does alike: says faults in one or two lines, never with a stack unless the bug is ours.
import { print } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Runs a command and sets the exit code that `main` resolves to; 1, with a message on stderr, if it rejects. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  // `npm run score | head`: whoever reads may leave.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  try {
    process.exitCode = await main();
  } catch (error) {
    print(process.stderr, explain(error));
    process.exitCode = 1;
  }
}

/** The fault and remedy alone where that is all there is to it, else all that we know. */
export function explain(error: unknown): string {
  const expected = error instanceof UsageError || (error instanceof Error && error.name === "EngineError");
  if (expected) return error.message;
  return `This is a bug of ours, please report it.\n${error instanceof Error ? error.stack : String(error)}`;
}

/**
 * npm runs a script in the project's folder; what was typed is relative to where npm was called. Only for our own
 * script: other npm scripts that start the command have their own idea of the current folder.
 */
export function callersFolder(script: string, env: NodeJS.ProcessEnv, cwd: string): string {
  return env.npm_lifecycle_event === script && env.INIT_CWD ? env.INIT_CWD : cwd;
}

/** A note if npm kept these flags to itself, which it does without the `--`; undefined if not. */
export function flagsLostToNpm(script: string, names: string[], env: NodeJS.ProcessEnv): string | undefined {
  if (env.npm_lifecycle_event !== script) return undefined;
  const lost = names.filter((name) => env[`npm_config_${name.replaceAll("-", "_")}`] !== undefined);
  if (lost.length === 0) return undefined;
  return `npm kept --${lost.join(" and --")} to itself. Put \`--\` first: npm run ${script} -- --${lost[0]} …`;
}
