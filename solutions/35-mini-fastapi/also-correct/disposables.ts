// All that must happen in the end is a disposable: threads, dependencies, timers and listeners go when their block does.
import { once } from "node:events";
import { scheduler, setTimeout as sleep } from "node:timers/promises";

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

interface Request {
  path: string;
  signal?: AbortSignal;
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
  return new Application(options);
}

class Application {
  private readonly routes = new Map<string, Route>();
  private readonly nursery = new Nursery();
  private readonly limiter: Limiter;
  private accepting = true;

  constructor(private readonly options: Options) {
    this.limiter = new Limiter(options.threads ?? 40);
  }

  route(path: string, route: Route) {
    this.routes.set(path, route);
  }

  async handle(request: Request): Promise<Answer> {
    if (!this.accepting) return { status: 503, body: "" };
    const route = this.routes.get(request.path);
    if (!route) return { status: 404, body: "" };
    if (request.signal?.aborted) return { status: 499, body: "" };
    using _door = this.nursery.enter();
    const tasks: (() => Promise<void>)[] = [];
    const answer = await this.inTime(request, (signal) => {
      const background = (task: () => Promise<void>) => void tasks.push(task);
      return this.nursery.run(() =>
        this.serve(route, { path: request.path, values: {}, signal, background }),
      );
    });
    if (answer.status === 200) void this.nursery.run(() => afterwards(tasks));
    return answer;
  }

  async shutdown() {
    this.accepting = false;
    await this.nursery.empty();
  }

  private async inTime(
    { signal: client }: Request,
    work: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    const [own, over] = [new AbortController(), new AbortController()];
    const { timeoutMs } = this.options;
    const { signal } = over;
    const quiet = <T>(promise: Promise<T>) => promise.catch(() => new Promise<never>(() => {}));
    const ends: Promise<Answer>[] = [work(own.signal)];
    if (client) ends.push(quiet(once(client, "abort", { signal }).then(() => ({ status: 499, body: "" }))));
    if (timeoutMs) ends.push(quiet(sleep(timeoutMs, { status: 504, body: "" }, { signal })));
    const answer = await Promise.race(ends);
    over.abort();
    if (answer.status > 500 || answer.status === 499) own.abort();
    return answer;
  }

  private async serve(route: Route, context: Context): Promise<Answer> {
    try {
      const order = [...new Resolver(route.dependencies ?? []).order()];
      const failure: { error?: unknown; failed: boolean } = { failed: false };
      await using stack = new AsyncDisposableStack();
      try {
        for (const dependency of order) await this.provide(dependency, context.values, stack, failure);
        context.signal.throwIfAborted();
        if (route.kind === "async def") return { status: 200, body: await route.handler(context) };
        using _thread = await this.limiter.acquire(context.signal);
        return { status: 200, body: await this.options.toThread(() => route.handler(context)) };
      } catch (error) {
        Object.assign(failure, { error, failed: true });
        throw error;
      }
    } catch {
      return { status: 500, body: "" };
    }
  }

  private async provide(
    { name, provide }: Dependency,
    values: Record<string, unknown>,
    stack: AsyncDisposableStack,
    failure: { error?: unknown; failed: boolean },
  ) {
    const given = provide(values);
    if (!isGenerator(given)) {
      values[name] = await given;
      return;
    }
    const { value } = await given.next();
    values[name] = value;
    stack.defer(async () => void (failure.failed ? await given.throw(failure.error) : await given.next()));
  }
}

/** Knows what is under way. */
class Nursery {
  private count = 0;
  private waiting: PromiseWithResolvers<void> | undefined;

  enter(): Disposable {
    this.count += 1;
    const leave = () => {
      this.count -= 1;
      if (this.count === 0) this.waiting?.resolve();
    };
    return { [Symbol.dispose]: leave };
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    using _door = this.enter();
    return await work();
  }

  async empty() {
    if (this.count === 0) return;
    this.waiting ??= Promise.withResolvers();
    await this.waiting.promise;
  }
}

class Limiter {
  private readonly line: PromiseWithResolvers<void>[] = [];

  constructor(private free: number) {}

  async acquire(signal: AbortSignal): Promise<Disposable> {
    if (this.free > 0) this.free -= 1;
    else {
      const turn = Promise.withResolvers<void>();
      this.line.push(turn);
      const quit = () => {
        this.line.splice(this.line.indexOf(turn), 1);
        turn.reject(signal.reason);
      };
      signal.addEventListener("abort", quit, { once: true });
      await turn.promise;
      signal.removeEventListener("abort", quit);
    }
    return { [Symbol.dispose]: () => this.release() };
  }

  private release() {
    const next = this.line.shift();
    if (next) next.resolve();
    else this.free += 1;
  }
}

/** Gives the dependencies one by one, each after what it needs. */
class Resolver {
  constructor(private readonly all: Dependency[]) {}

  *order(): Generator<Dependency> {
    const given = new Set<string>();
    const left = new Set(this.all);
    while (left.size > 0) {
      const next = [...left].find(({ needs = [] }) => needs.every((name) => given.has(name)));
      if (!next || given.has(next.name)) throw new DependencyError();
      left.delete(next);
      given.add(next.name);
      yield next;
    }
  }
}

class DependencyError extends Error {
  override get name() {
    return "DependencyError";
  }
}

async function afterwards(tasks: (() => Promise<void>)[]) {
  if (tasks.length === 0) return;
  await scheduler.yield();
  await Promise.allSettled(tasks.map(async (task) => await task()));
}

const isGenerator = (value: unknown): value is AsyncGenerator =>
  ["[object Generator]", "[object AsyncGenerator]"].includes(Object.prototype.toString.call(value));
