// Each exercise's own advice.
import type { Advice } from "../misconception.ts";
import { advice as firstAwait } from "./01-first-await.ts";
import { advice as callingVsRunning } from "./02-calling-vs-running.ts";
import { advice as threeApis } from "./03-three-apis.ts";
import { advice as timeout } from "./04-timeout.ts";
import { advice as cancellation } from "./05-cancellation.ts";
import { advice as abortableSleep } from "./06-abortable-sleep.ts";
import { advice as startNowAwaitLater } from "./07-start-now-await-later.ts";
import { advice as gather } from "./08-gather.ts";
import { advice as asCompleted } from "./09-as-completed.ts";
import { advice as firstSuccess } from "./10-first-success.ts";
import { advice as blockingSleep } from "./11-blocking-sleep.ts";
import { advice as asyncInNameOnly } from "./12-async-in-name-only.ts";
import { advice as cashiers } from "./13-cashiers.ts";
import { advice as runInExecutor } from "./14-run-in-executor.ts";
import { advice as forgottenAwait } from "./15-forgotten-await.ts";
import { advice as mixedLibraries } from "./16-mixed-libraries.ts";
import { advice as nestedLoops } from "./17-nested-loops.ts";
import { advice as future } from "./20-future.ts";
import { advice as backgroundTasks } from "./22-background-tasks.ts";
import { advice as taskGroup } from "./23-task-group.ts";
import { advice as cancelScopes } from "./24-cancel-scopes.ts";
import { advice as shieldedCleanup } from "./25-shielded-cleanup.ts";
import { advice as boundedQueue } from "./28-bounded-queue.ts";
import { advice as rateLimiter } from "./29-rate-limiter.ts";
import { advice as retryWithBackoff } from "./30-retry-with-backoff.ts";
import { advice as singleFlight } from "./31-single-flight.ts";
import { advice as dispatcher } from "./32-dispatcher.ts";
import { advice as dependencies } from "./33-dependencies.ts";
import { advice as miniFastapi } from "./35-mini-fastapi.ts";

/** By exercise id. What is not there has the misconception's common advice. */
export const advice: Record<string, Advice> = {
  "01-first-await": firstAwait,
  "02-calling-vs-running": callingVsRunning,
  "03-three-apis": threeApis,
  "04-timeout": timeout,
  "05-cancellation": cancellation,
  "06-abortable-sleep": abortableSleep,
  "07-start-now-await-later": startNowAwaitLater,
  "08-gather": gather,
  "09-as-completed": asCompleted,
  "10-first-success": firstSuccess,
  "11-blocking-sleep": blockingSleep,
  "12-async-in-name-only": asyncInNameOnly,
  "13-cashiers": cashiers,
  "14-run-in-executor": runInExecutor,
  "15-forgotten-await": forgottenAwait,
  "16-mixed-libraries": mixedLibraries,
  "17-nested-loops": nestedLoops,
  "20-future": future,
  "22-background-tasks": backgroundTasks,
  "23-task-group": taskGroup,
  "24-cancel-scopes": cancelScopes,
  "25-shielded-cleanup": shieldedCleanup,
  "28-bounded-queue": boundedQueue,
  "29-rate-limiter": rateLimiter,
  "30-retry-with-backoff": retryWithBackoff,
  "31-single-flight": singleFlight,
  "32-dispatcher": dispatcher,
  "33-dependencies": dependencies,
  "35-mini-fastapi": miniFastapi,
};
