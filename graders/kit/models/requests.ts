// Requests to a server, as data, and a server that is asked them: with handlers on its loop and on threads, what these need, and what
// they leave for afterwards. Serves 35, where all of the course meets.
import type { World } from "../../world/world.ts";
import type { Job } from "../jobs.ts";
import * as jobs from "../jobs.ts";
import { askAt } from "./drains.ts";
import { type Crowd, crowd, type Visit, visiting, inWords as visitsInWords } from "./line.ts";
import { type Counts, type Dependency, dependencies, inWords as neededInWords } from "./needs.ts";
import { type Threads, threads } from "./threads.ts";

/** A request; one `leaves` when its client has gone. */
export interface Request extends Visit {
  /** Of its handler; "async def" if not given. */
  kind?: "async def" | "def";
  /** Its path, if not that of a route of its own. */
  path?: string;
  /** What its handler leaves for afterwards. */
  tasks?: Job[];
  /** The handler names these tasks only when its own work is over. */
  tasksLast?: boolean;
}
/** Requests to a server; places are its threads, of which it is not told how many there are if 0. Times in virtual ms. */
export interface Load extends Crowd, Threads {
  visits: Request[];
  timeoutMs?: number;
  /** What each handler needs. */
  needs?: Dependency[];
  /** When it is shut down. */
  shutdowns?: number[];
  /** How long it is looked at, if all is over sooner. */
  until?: number;
}

interface Context {
  path: string;
  values: Record<string, unknown>;
  signal: AbortSignal;
  background: (task: () => Promise<void>) => void;
}
interface Route {
  kind: "async def" | "def";
  dependencies?: ReturnType<typeof dependencies>;
  handler(context: Context): unknown;
}
export interface Server {
  route(path: string, route: Route): void;
  handle(request: { path: string; signal?: AbortSignal }): Promise<{ status: number; body: unknown }>;
  shutdown(): Promise<void>;
}
interface Options {
  toThread: <T>(job: () => T) => Promise<T>;
  threads?: number;
  timeoutMs?: number;
}

/** Requests for handlers on the loop; a number is one of that takes so many virtual ms. */
export const requests = (...visits: (number | Request)[]): Load => crowd(0, ...visits);
/** Requests for handlers on so many threads. */
export function onThreads(count: number, ...visits: (number | Request)[]): Load {
  const load: Load = crowd(count, ...visits);
  return { ...load, visits: load.visits.map((each) => ({ ...each, kind: "def" })) };
}

export const numbered = (index: number) => index + 1;
export const pathOf = (index: number) => `/burgers/${index + 1}`;
export const nameOf = (index: number) => `Request ${index + 1}`;
export const [ON_LOOP, ON_THREAD, ANSWERED, VALUES, TOLD] = [
  ...(["handler", "def handler", "answered", "values", "told"] as const),
];

/** Asks a server that is made so; resolves when all requests have been answered. */
export async function serve(world: World, create: (options: Options) => Server, load: Load): Promise<void> {
  const { visits, places, timeoutMs, needs, shutdowns, until = 0 } = load;
  const options = { ...(places > 0 && { threads: places }), ...(timeoutMs !== undefined && { timeoutMs }) };
  const server = create({ toThread: threads(world, load), ...options });
  const onThread = jobs.blockingService(world, visits, ON_THREAD, [...visits.keys()].map(numbered));
  const onLoop = jobs.jobService(world, visits, ON_LOOP);
  const tasks = visits.map((_, index) => tasksOf(visits, index));
  const all = jobs.jobFunctions(
    world,
    visits.flatMap(({ tasks = [] }) => tasks),
    "task",
  );
  /** Whose turn it is, of the requests for a path. */
  const turns = new Map<string, number[]>(visits.map((_, index) => [pathOf(index), []]));
  const handler = ({ path, values, signal, background }: Context) => {
    const index = turns.get(path)?.shift() ?? 0;
    const { kind, tasksLast } = visits[index]!;
    world.note(VALUES, { ...values });
    // Of a handler on the loop the trace says when its signal aborted: the service has it.
    if (kind === "def") signal?.addEventListener("abort", () => world.note(TOLD, index + 1));
    const leave = () => {
      for (const number of tasks[index]!) background?.(() => all[number - 1]!() as Promise<void>);
    };
    if (!tasksLast) leave();
    if (kind === "def") return onThread(index + 1);
    const work = onLoop(index + 1, signal);
    return tasksLast ? work.finally(leave) : work;
  };
  const counts: Counts = new Map();
  for (const [index, { kind = "async def" }] of visits.entries())
    server.route(pathOf(index), {
      kind,
      ...(needs && { dependencies: dependencies(world, needs, counts) }),
      handler,
    });
  const answered = visiting(world, visits, "Request", async (index, signal) => {
    const path = visits[index]!.path ?? pathOf(index);
    turns.get(path)?.push(index);
    const { status, body } = await server.handle({ path, ...(signal && { signal }) });
    world.note(ANSWERED, index + 1);
    return { status, body };
  });
  askAt(world, shutdowns, "shutdown()", () => server.shutdown());
  world.at(until, () => {});
  await answered;
}

/** The numbers, from 1 over all requests, of the tasks that a request's handler leaves. */
export function tasksOf(visits: readonly Request[], index: number): number[] {
  const before = visits.slice(0, index).reduce((sum, { tasks = [] }) => sum + tasks.length, 0);
  return (visits[index]!.tasks ?? []).map((_, place) => before + place + 1);
}

/** `With 2 threads and requests of 300 ms, dependencies db and a limit of 500 ms`. */
export function inWords({ visits, places, needs, timeoutMs, shutdowns }: Load): string {
  const lists = visits.flatMap(({ tasks }) => (tasks ? jobs.inWords(tasks) : []));
  return [
    visitsInWords({ visits, places }, "thread", "requests").replace("With 0 threads and", "With"),
    needs && `what they need: ${neededInWords(needs)}`,
    lists.length > 0 && `background tasks of ${lists.join(", and of ")}`,
    timeoutMs !== undefined && `a limit of ${timeoutMs} ms`,
    shutdowns && `shutdowns at ${shutdowns.join(", ")} ms`,
  ]
    .filter(Boolean)
    .join("; ");
}
