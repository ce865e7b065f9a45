// The state of the queues as people and as Prometheus read it. What stands in Redis, others may have written.
import { shownLine } from "../../lib/terminal.ts";
import type { Status } from "./status.ts";

export function statusLines({ redis, queues, workers, coordinators }: Status): string[] {
  const of = (queue: string) => workers.filter((worker) => worker.queue === queue);
  const idle = workers.filter(({ queue }) => !queues.some(({ name }) => name === queue));
  const lines = [
    `${redis}: ${counted(queues.length, "queue")}, ${counted(workers.length, "worker")}, ${counted(coordinators.length, "grading")}`,
    ...queues.flatMap(({ name, waiting, running, failed, failures }) => [
      `queue ${name}: ${waiting} waiting, ${running} running, ${failed} failed; ${counted(of(name).length, "worker")}`,
      ...failures.map((failure) => `  failed: ${failure}`),
      ...of(name).map(workerLine),
    ]),
    ...(idle.length > 0 ? ["no queue yet:", ...idle.map(workerLine)] : []),
    ...coordinators.map(
      ({ name, queue, open, lives }) =>
        `grading ${name}: waits for ${counted(open, "job")} of queue ${queue}${lives ? "" : "; silent: stopped, or ended without a word"}`,
    ),
  ];
  return lines.map(shownLine);
}

function workerLine({ name, version, busy, jobs, done, failed }: Status["workers"][number]): string {
  return `  worker ${name}: ${busy} of ${jobs} busy, ${done} done, ${failed} failed; graders ${version.graders.slice(0, 8)}`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** What BullMQ tells of each queue, and what we know of workers; each metric is explained once. */
export function metricsText(status: Status, perQueue: readonly string[]): string {
  const own = [
    gauge("dojo_workers", "Workers of a queue", status, (queue) => of(status, queue).length),
    gauge("dojo_worker_slots", "Jobs that a queue's workers take at a time", status, (queue) =>
      sum(of(status, queue).map(({ jobs }) => jobs)),
    ),
    gauge("dojo_worker_busy", "Jobs that a queue's workers run now", status, (queue) =>
      sum(of(status, queue).map(({ busy }) => busy)),
    ),
    gauge(
      "dojo_gradings",
      "Gradings that wait for a queue",
      status,
      (queue) => status.coordinators.filter((each) => each.queue === queue && each.lives).length,
    ),
  ];
  const groups = new Map<string, string[]>();
  for (const line of [...perQueue, ...own].flatMap((text) => text.split("\n"))) {
    const metric = /^(?:# (?:HELP|TYPE) )?([a-z_]+)/.exec(line)?.[1];
    if (metric === undefined) continue;
    const lines = groups.get(metric) ?? [];
    if (!line.startsWith("#") || !lines.includes(line)) lines.push(line);
    groups.set(metric, lines);
  }
  return [...groups.values()].flat().join("\n");
}

function of({ workers }: Status, queue: string) {
  return workers.filter((worker) => worker.queue === queue);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function gauge(name: string, help: string, status: Status, value: (queue: string) => number): string {
  // Also of those where nothing waits yet.
  const found = [...status.queues.map((queue) => queue.name), ...status.workers.map(({ queue }) => queue)];
  const samples = [...new Set(found)].map((queue) => `${name}{queue="${queue}"} ${value(queue)}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples].join("\n");
}
