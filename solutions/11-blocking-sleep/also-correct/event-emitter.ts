// Events: every answer is an event, and a no leads to the next question.
import { EventEmitter, once } from "node:events";

export async function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  const questions = new EventEmitter();
  let checks = 0;
  questions.on("ask", async () => {
    checks += 1;
    try {
      if (await check()) questions.emit("ready", checks);
      else setTimeout(() => questions.emit("ask"), intervalMs);
    } catch (error) {
      questions.emit("failed", { error });
    }
  });
  const ready = once(questions, "ready");
  const failed = once(questions, "failed");
  questions.emit("ask");
  const [outcome] = await Promise.race([ready, failed]);
  if (typeof outcome === "number") return outcome;
  throw outcome.error;
}
