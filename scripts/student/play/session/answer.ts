// What `npm run play` prints and ends with, to the letter, for a process that has asked for it.
import { Writable } from "node:stream";
import { Playground } from "../../../../graders/engine/play/playground.ts";
import type { Child } from "../../../../graders/engine/sandbox/run.ts";
import { type Output, print } from "../../../lib/terminal.ts";
import { UsageError } from "../../../lib/usage-error.ts";
import { begun } from "../begun.ts";
import { play } from "../run.ts";
import type { PlayAnswer, PlayRequest } from "./request.ts";

export interface AnswerOptions {
  /** The project's folder. */
  root: string;
  /** Gives the child that waits for a program. */
  takeChild(): Promise<Child>;
  /** Its abort ends the run; what comes of it then means nothing. */
  signal: AbortSignal;
}

/**
 * One at a time: the environment is the asking process's meanwhile. Resolves to undefined for what needs its terminal or goes on,
 * and where something is broken: that is for a process of its own. Never rejects.
 */
export async function answerTo(
  request: PlayRequest,
  options: AnswerOptions,
): Promise<PlayAnswer | undefined> {
  const printed: PlayAnswer["printed"] = [];
  // How wide an output is that is no terminal.
  process.env.COLUMNS = request.env.COLUMNS ?? "";
  try {
    const code = await codeOf(request, options, printed);
    return code === undefined ? undefined : { code, printed };
  } catch (error) {
    if (!(error instanceof UsageError)) return undefined;
    print(outputInto(printed, "stderr", request), error.message);
    return { code: 1, printed };
  }
}

async function codeOf(
  request: PlayRequest,
  { root, takeChild, signal }: AnswerOptions,
  printed: PlayAnswer["printed"],
): Promise<number | undefined> {
  const stdout = outputInto(printed, "stdout", request);
  const stderr = outputInto(printed, "stderr", request);
  const options = begun(root, { ...request, stdout, stderr });
  if (!options) return 0;
  if (options.step || options.watch || options.page) return undefined;
  const playground = new Playground(options.groups.length > 0 ? takeChild() : undefined);
  const end = () => void playground.close();
  signal.addEventListener("abort", end);
  try {
    return await play(options, stdout, () => Promise.reject(), playground);
  } finally {
    // Nobody need wait for it.
    end();
  }
}

/** Looks as the asking process's own does. */
function outputInto(
  printed: PlayAnswer["printed"],
  name: "stdout" | "stderr",
  { colour, columns }: PlayRequest,
): Output {
  const output = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      printed.push([name, text]);
      done();
    },
  });
  const look = { isTTY: colour, getColorDepth: () => (colour ? 4 : 1) };
  return Object.assign(output, look, columns !== undefined && { columns });
}
