// fails: dependencies (thread-held-too-long)
export type ToThread = <T>(job: () => T) => Promise<T>;

export interface Dependency {
  name: string;
  needs?: string[];
  provide(
    values: Record<string, unknown>,
  ): AsyncGenerator<unknown, void> | Generator<unknown, void> | Promise<unknown> | unknown;
}

export interface Context {
  path: string;
  values: Record<string, unknown>;
  signal: AbortSignal;
  background: (task: () => Promise<void>) => void;
}

export interface Route {
  kind: "async def" | "def";
  dependencies?: Dependency[];
  handler(context: Context): unknown;
}

export interface App {
  route(path: string, route: Route): void;
  handle(request: { path: string; signal?: AbortSignal }): Promise<{ status: number; body: unknown }>;
  shutdown(): Promise<void>;
}

type Answer = { status: number; body: unknown };
type Request = { path: string; signal?: AbortSignal };
type Options = { toThread: ToThread; threads?: number; timeoutMs?: number };

const GENERATORS = ["[object Generator]", "[object AsyncGenerator]"];
const isGenerator = (it: unknown): it is AsyncGenerator<unknown, void> =>
  GENERATORS.includes(Object.prototype.toString.call(it));

const dependencyError = (message: string): Error =>
  Object.assign(new Error(message), { name: "DependencyError" });

function arrange(list: readonly Dependency[]): Dependency[] {
  const known = new Map(list.map((dependency) => [dependency.name, dependency]));
  if (known.size < list.length) throw dependencyError("a name is provided twice");

  const visit = (order: Dependency[], dependency: Dependency, above: Dependency[]): Dependency[] => {
    if (order.includes(dependency)) return order;
    if (above.includes(dependency)) throw dependencyError(`${dependency.name} needs itself`);
    const before = (dependency.needs ?? []).reduce((sofar, need) => {
      if (!known.has(need)) throw dependencyError(`${need} is unknown`);
      return visit(sofar, known.get(need)!, [...above, dependency]);
    }, order);
    return [...before, dependency];
  };
  return list.reduce((order, dependency) => visit(order, dependency, []), [] as Dependency[]);
}

// Like koa-compose: each dependency is a middleware around the ones behind it.
async function solve<R>(
  dependencies: Dependency[],
  handler: (values: Record<string, unknown>) => Promise<R>,
): Promise<R> {
  const order = arrange(dependencies);
  const values: Record<string, unknown> = {};
  let failure: { error: unknown } | undefined;

  async function dispatch(i: number): Promise<R> {
    if (i === order.length) return handler(values);
    const { name } = order[i];
    const given = order[i].provide(values);
    if (!isGenerator(given)) {
      values[name] = await given;
      return dispatch(i + 1);
    }
    values[name] = (await given.next()).value;
    let result: R;
    try {
      result = await dispatch(i + 1);
    } catch (error) {
      failure ??= { error };
      try {
        await given.throw(failure.error);
      } catch {
        // the first failure is the one that counts
      }
      throw failure.error;
    }
    await given.next();
    return result;
  }

  return dispatch(0);
}

type Ctx = {
  request: Request;
  route: Route;
  signal: AbortSignal;
  values: Record<string, unknown>;
  tasks: (() => Promise<void>)[];
  invoke: (job: () => unknown) => unknown;
  status: number;
  body: unknown;
};
type Middleware = (ctx: Ctx, next: () => Promise<void>) => Promise<void>;

// koa-compose
function compose(middleware: Middleware[]): (ctx: Ctx) => Promise<void> {
  return (ctx) => {
    const dispatch = (i: number): Promise<void> => {
      if (i === middleware.length) return Promise.resolve();
      try {
        return Promise.resolve(middleware[i](ctx, () => dispatch(i + 1)));
      } catch (error) {
        return Promise.reject(error);
      }
    };
    return dispatch(0);
  };
}

const errors: Middleware = async (ctx, next) => {
  try {
    await next();
    ctx.status = 200;
  } catch {
    ctx.status = 500;
    ctx.body = "Internal Server Error";
  }
};

const dependencies: Middleware = (ctx, next) =>
  solve(ctx.route.dependencies ?? [], async (values) => {
    ctx.values = values;
    await next();
  });

function threadSlots(toThread: ToThread, size: number): Middleware {
  const line = new Set<() => void>();
  let busy = 0;

  const place = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const go = () => {
        signal.removeEventListener("abort", quit);
        busy++;
        resolve();
      };
      const quit = () => {
        line.delete(go);
        reject(signal.reason);
      };
      if (busy < size) return go();
      line.add(go);
      signal.addEventListener("abort", quit, { once: true });
    });

  const giveBack = () => {
    busy--;
    for (const go of line) {
      line.delete(go);
      go();
      break;
    }
  };

  return async (ctx, next) => {
    if (ctx.route.kind === "async def") return next();
    ctx.invoke = (job) =>
      toThread(() => {
        ctx.signal.throwIfAborted();
        return job();
      });
    await place(ctx.signal);
    try {
      if (ctx.signal.aborted) throw ctx.signal.reason;
      await next();
    } finally {
      giveBack();
    }
  };
}

const respond: Middleware = async (ctx) => {
  const { path } = ctx.request;
  const { route, values, signal, tasks } = ctx;
  const background = (task: () => Promise<void>) => {
    tasks.push(task);
  };
  ctx.body = await ctx.invoke(() => route.handler({ path, values, signal, background }));
};

export function createApp({ toThread, threads = 40, timeoutMs }: Options): App {
  const routes = new Map<string, Route>();
  const running = new Set<Promise<unknown>>();
  const work = compose([errors, threadSlots(toThread, threads), dependencies, respond]);
  let open = true;

  function keep(promise: Promise<unknown>): void {
    running.add(promise);
    promise.then(() => running.delete(promise));
  }

  async function after(ctx: Ctx): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    for (const task of ctx.tasks) {
      try {
        await task();
      } catch {
        // a background task fails for itself
      }
    }
  }

  return {
    route(path, route) {
      routes.set(path, route);
    },

    handle(request) {
      return new Promise((resolve) => {
        const route = routes.get(request.path);
        if (!open) return resolve({ status: 503, body: "Service Unavailable" });
        if (!route) return resolve({ status: 404, body: "Not Found" });
        if (request.signal?.aborted) return resolve({ status: 499, body: "Client Closed Request" });

        const controller = new AbortController();
        const ctx: Ctx = {
          request,
          route,
          signal: controller.signal,
          values: {},
          tasks: [],
          invoke: (job) => job(),
          status: 404,
          body: undefined,
        };
        let timer: ReturnType<typeof setTimeout> | undefined;
        let done = false;
        const finish = (status: number, body: unknown) => {
          done = true;
          clearTimeout(timer);
          request.signal?.removeEventListener("abort", gone);
          resolve({ status, body });
        };
        const gone = () => {
          finish(499, "Client Closed Request");
          controller.abort(request.signal?.reason);
        };
        const late = () => {
          finish(504, "Gateway Timeout");
          controller.abort(new DOMException("The limit has passed", "TimeoutError"));
        };
        request.signal?.addEventListener("abort", gone, { once: true });
        if (timeoutMs !== undefined) timer = setTimeout(late, timeoutMs);

        keep(
          work(ctx).then(() => {
            if (done) return;
            finish(ctx.status, ctx.body);
            if (ctx.status === 200 && ctx.tasks.length > 0) return after(ctx);
          }),
        );
      });
    },

    async shutdown() {
      open = false;
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
}
