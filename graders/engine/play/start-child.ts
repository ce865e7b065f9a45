// The child that runs programs which are their own scenario. It needs nothing of the compiler: whoever starts it first has it by
// the time that the rest is loaded.
import { playground } from "../edition/state.ts";
import { EngineError } from "../errors.ts";
import { Child, DEFAULT_LIMITS } from "../sandbox/run.ts";
import { sandboxCommand } from "../sandbox/sandbox.ts";

/** Starts it and tries known escapes in it. Rejects with EngineError if the sandbox does not hold or start. */
export async function startChild(): Promise<Child> {
  const child = new Child(sandboxCommand(await playground()), DEFAULT_LIMITS);
  const probed = await child.request({ kind: "probe" });
  if (probed.kind === "probed" && probed.escapes.length === 0) return child;
  await child.close();
  const why = probed.kind === "probed" ? probed.escapes.join("; ") : JSON.stringify(probed);
  throw new EngineError(
    `The sandbox does not hold (${why}), so nothing is run. Run npm ci, and report this if it stays.`,
  );
}
