// fails: abort (generic-error); also: apart, aborted

import { setTimeout as wait } from "node:timers/promises";

export const sleep = (ms: number, signal?: AbortSignal): Promise<void> => wait(ms, undefined, { signal });
