import { setTimeout as sleep } from "node:timers/promises";

const error = await sleep(1, 0, { signal: AbortSignal.abort(5) }).catch((reason) => reason);
console.log(
  error.constructor.name,
  Object.keys(error).join(),
  String(error),
  error.cause,
  error instanceof Error,
);
