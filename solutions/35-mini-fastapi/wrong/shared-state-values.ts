// fails: dependencies (shared-state)

type ToThread = <T>(job: () => T) => Promise<T>;

interface Dependency {
  name: string;
  needs?: string[];
  provide(
    values: Record<string, unknown>,
  ): AsyncGenerator<unknown, void> | Generator<unknown, void> | Promise<unknown> | unknown;
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

interface App {
  route(path: string, route: Route): void;
  handle(request: { path: string; signal?: AbortSignal }): Promise<{ status: number; body: unknown }>;
  shutdown(): Promise<void>;
}

type AnyGenerator = AsyncGenerator<unknown, void> | Generator<unknown, void>;
type Answer = { status: number; body: unknown };

function isGenerator(value: unknown): value is AnyGenerator {
  return ["[object Generator]", "[object AsyncGenerator]"].includes(Object.prototype.toString.call(value));
}

function inOrder(dependencies: Dependency[]): Dependency[] {
  const byName = new Map<string, Dependency>();
  for (const dependency of dependencies) {
    if (byName.has(dependency.name)) throw new Error(`two of ${dependency.name}`);
    byName.set(dependency.name, dependency);
  }
  const order = new Set<Dependency>();
  const visiting = new Set<Dependency>();
  const visit = (dependency: Dependency) => {
    if (order.has(dependency)) return;
    if (visiting.has(dependency)) throw new Error(`circle at ${dependency.name}`);
    visiting.add(dependency);
    for (const need of dependency.needs ?? []) {
      const needed = byName.get(need);
      if (!needed) throw new Error(`unknown: ${need}`);
      visit(needed);
    }
    order.add(dependency);
  };
  dependencies.forEach(visit);
  return [...order];
}

const values: Record<string, unknown> = {};

async function solve(
  dependencies: Dependency[],
  handler: (values: Record<string, unknown>) => Promise<unknown>,
): Promise<unknown> {
  const open: AnyGenerator[] = [];
  const order = inOrder(dependencies);
  let failure: { error: unknown } | undefined;
  let result: unknown;
  try {
    for (const dependency of order) {
      const provided = dependency.provide(values);
      if (isGenerator(provided)) {
        const step = await provided.next();
        open.push(provided);
        values[dependency.name] = step.value;
      } else {
        values[dependency.name] = await provided;
      }
    }
    result = await handler(values);
  } catch (error) {
    failure = { error };
  }
  for (const generator of open.reverse()) {
    try {
      await (failure ? generator.throw(failure.error) : generator.next());
    } catch (error) {
      if (!failure) failure = { error };
    }
  }
  if (failure) throw failure.error;
  return result;
}

export function createApp(options: { toThread: ToThread; threads?: number; timeoutMs?: number }): App {
  const { toThread, threads = 40, timeoutMs } = options;
  const routes = new Map<string, Route>();
  const pending = new Set<Promise<unknown>>();
  const line: (() => void)[] = [];
  let free = threads;
  let closed = false;

  function keep<T>(promise: Promise<T>): Promise<T> {
    pending.add(promise);
    const drop = () => pending.delete(promise);
    promise.then(drop, drop);
    return promise;
  }

  async function enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const turn = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        line.splice(line.indexOf(turn), 1);
        reject(signal.reason);
      };
      line.push(turn);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  function giveBack(): void {
    const next = line.shift();
    if (next) next();
    else free++;
  }

  async function call(route: Route, context: Context): Promise<unknown> {
    if (route.kind === "async def") return await route.handler(context);
    await enter(context.signal);
    try {
      context.signal.throwIfAborted();
      return await toThread(() => route.handler(context));
    } finally {
      giveBack();
    }
  }

  async function run(route: Route, context: Context): Promise<Answer> {
    try {
      const body = await solve(route.dependencies ?? [], (values) => call(route, { ...context, values }));
      return { status: 200, body };
    } catch {
      return { status: 500, body: "Internal Server Error" };
    }
  }

  async function runTasks(tasks: (() => Promise<void>)[]): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    for (const task of tasks) {
      try {
        await task();
      } catch {
        // harms nothing
      }
    }
  }

  function answerTo(route: Route, path: string, client?: AbortSignal): Promise<Answer> {
    return new Promise((resolve) => {
      const controller = new AbortController();
      const tasks: (() => Promise<void>)[] = [];
      let timer: ReturnType<typeof setTimeout> | undefined;
      let answered = false;

      const answer = (status: number, body: unknown) => {
        answered = true;
        clearTimeout(timer);
        client?.removeEventListener("abort", gone);
        resolve({ status, body });
      };
      const giveUp = (status: number, why: string) => {
        if (answered) return;
        answer(status, why);
        controller.abort(new Error(why));
      };
      const gone = () => giveUp(499, "Client Closed Request");

      client?.addEventListener("abort", gone, { once: true });
      if (timeoutMs !== undefined) timer = setTimeout(() => giveUp(504, "Gateway Timeout"), timeoutMs);
      const context: Context = {
        path,
        values: {},
        signal: controller.signal,
        background: (task) => {
          tasks.push(task);
        },
      };
      keep(run(route, context)).then(({ status, body }) => {
        if (answered) return;
        answer(status, body);
        if (status === 200 && tasks.length > 0) keep(runTasks(tasks));
      });
    });
  }

  return {
    route(path, route) {
      routes.set(path, route);
    },
    async handle({ path, signal }) {
      if (closed) return { status: 503, body: "Service Unavailable" };
      const route = routes.get(path);
      if (!route) return { status: 404, body: "Not Found" };
      if (signal?.aborted) return { status: 499, body: "Client Closed Request" };
      return answerTo(route, path, signal);
    },
    async shutdown() {
      closed = true;
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
