// fails: rejects with the signal's reason at the instant of the abort (generic-error)

import { setTimeout as wait } from "node:timers/promises";

export const sleep = (ms: number, signal?: AbortSignal): Promise<void> => wait(ms, undefined, { signal });
