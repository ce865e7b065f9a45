// fails: story (wrong-default); also: threads, dependencies

type ToThread = <T>(job: () => T) => Promise<T>;

interface Dependency {
  name: string;
  needs?: string[];
  provide(values: Record<string, unknown>): unknown;
}

interface Context {
  path: string;
  values: Record<string, unknown>;
  signal: AbortSignal;
  background: (task: () => Promise<void>) => void;
}

interface Route {
  kind: "async def" | "def";
  dependencies?: Dependency[];
  handler(context: Context): unknown;
}

interface Answer {
  status: number;
  body: unknown;
}

interface Options {
  toThread: ToThread;
  threads?: number;
  timeoutMs?: number;
}

export function createApp(options: Options) {
  return new App(options);
}

class App {
  readonly #routes = new Map<string, Route>();
  readonly #timeoutMs: number | undefined;
  readonly #pool: Pool;
  /** All that has begun and not ended: shutdowns wait for it. */
  readonly #work = new Set<Promise<unknown>>();
  #open = true;

  constructor({ toThread, threads = 40, timeoutMs = 30_000 }: Options) {
    this.#pool = new Pool(toThread, threads);
    this.#timeoutMs = timeoutMs;
  }

  route(path: string, route: Route): void {
    this.#routes.set(path, route);
  }

  async handle({ path, signal }: { path: string; signal?: AbortSignal }): Promise<Answer> {
    if (!this.#open) return { status: 503, body: "shutting down" };
    const route = this.#routes.get(path);
    if (!route) return { status: 404, body: "not found" };
    if (signal?.aborted) return { status: 499, body: "the client has gone" };
    return this.#answer(path, route, signal);
  }

  async shutdown(): Promise<void> {
    this.#open = false;
    while (this.#work.size > 0) await Promise.all(this.#work);
  }

  #answer(path: string, route: Route, client?: AbortSignal): Promise<Answer> {
    const controller = new AbortController();
    const tasks: (() => Promise<void>)[] = [];
    const background = (task: () => Promise<void>) => void tasks.push(task);
    const work = this.#run(route, { path, values: {}, signal: controller.signal, background });
    this.#keep(work);
    return new Promise((resolve) => {
      const answer = (status: number, body: unknown) => {
        clearTimeout(timer);
        client?.removeEventListener("abort", gone);
        resolve({ status, body });
      };
      const giveUp = (status: number, why: string) => {
        answer(status, why);
        controller.abort(new Error(why));
      };
      const gone = () => giveUp(499, "the client has gone");
      const late = () => giveUp(504, "too late");
      client?.addEventListener("abort", gone);
      const timer = this.#timeoutMs === undefined ? undefined : setTimeout(late, this.#timeoutMs);
      void work.then(({ status, body }) => {
        if (controller.signal.aborted) return;
        answer(status, body);
        if (status === 200 && tasks.length > 0) this.#keep(inBackground(tasks));
      });
    });
  }

  async #run(route: Route, context: Context): Promise<Answer> {
    const call = async (values: Record<string, unknown>) => {
      context.signal.throwIfAborted();
      const handler = () => route.handler({ ...context, values });
      return route.kind === "def" ? this.#pool.run(handler, context.signal) : handler();
    };
    try {
      return { status: 200, body: await solve(route.dependencies ?? [], call) };
    } catch {
      return { status: 500, body: "internal server error" };
    }
  }

  /** Keeps it until it has ended; it does not reject. */
  #keep(work: Promise<unknown>): void {
    this.#work.add(work);
    void work.then(() => this.#work.delete(work));
  }
}

/** Hands out threads, to whoever asked first. */
class Pool {
  readonly #toThread: ToThread;
  readonly #line: (() => void)[] = [];
  #free: number;

  constructor(toThread: ToThread, threads: number) {
    this.#toThread = toThread;
    this.#free = threads;
  }

  /** Runs the job on a thread of its own, which is taken until it ends; rejects if the signal aborts before that. */
  async run<T>(job: () => T, signal: AbortSignal): Promise<T> {
    await this.#place(signal);
    try {
      return await this.#toThread(job);
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.#free++;
    }
  }

  #place(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      if (this.#free > 0) {
        this.#free--;
        return resolve();
      }
      const enter = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        this.#line.splice(this.#line.indexOf(enter), 1);
        reject(signal.reason);
      };
      this.#line.push(enter);
      signal.addEventListener("abort", leave);
    });
  }
}

/** Sets up, calls the handler, and tears down, in reverse, whatever happens. */
async function solve(
  dependencies: Dependency[],
  handler: (values: Record<string, unknown>) => Promise<unknown>,
): Promise<unknown> {
  const values: Record<string, unknown> = {};
  const open: (Generator | AsyncGenerator)[] = [];
  try {
    for (const dependency of inOrder(dependencies)) {
      const { name } = dependency;
      const provided = dependency.provide({ ...values });
      if (isGenerator(provided)) {
        values[name] = (await provided.next()).value;
        open.unshift(provided);
      } else values[name] = await provided;
    }
    const result = await handler(values);
    for (const generator of open.splice(0)) await generator.next();
    return result;
  } catch (error) {
    // What is torn down by now has left the list.
    for (const generator of open) await swallow(() => generator.throw(error));
    throw error;
  }
}

/** Each after what it needs; the order of the list where that allows it. Throws before anything has run. */
function inOrder(dependencies: Dependency[]): Dependency[] {
  const known = new Map(dependencies.map((each) => [each.name, each]));
  if (known.size < dependencies.length) throw new DependencyError("a name is there twice");
  const done = new Set<Dependency>();
  const visit = (each: Dependency | undefined, path: Dependency[]) => {
    if (!each) throw new DependencyError("a name is unknown");
    if (path.includes(each)) throw new DependencyError(`${each.name} needs itself`);
    if (done.has(each)) return;
    for (const name of each.needs ?? []) visit(known.get(name), [...path, each]);
    done.add(each);
  };
  for (const each of dependencies) visit(each, []);
  return [...done];
}

class DependencyError extends Error {
  override name = "DependencyError";
}

function isGenerator(value: unknown): value is Generator | AsyncGenerator {
  const kind = Object.prototype.toString.call(value);
  return kind === "[object Generator]" || kind === "[object AsyncGenerator]";
}

/** Does the tasks once whoever waits for the answer has it. */
async function inBackground(tasks: (() => Promise<void>)[]): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all(tasks.map(swallow));
}

async function swallow(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch {
    // Nobody is left who could hear of it.
  }
}
