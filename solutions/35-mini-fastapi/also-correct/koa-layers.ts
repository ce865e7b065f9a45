// As Koa: layers around each other, each of which does its part before and after what is inside, and knows nothing of the rest.

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

/** What is known of one request on its way through the layers. */
interface Exchange extends Request {
  client?: AbortSignal;
  route?: Route;
  context: Context;
  controller: AbortController;
  tasks: (() => Promise<void>)[];
  status: number;
  body: unknown;
}
type Layer = (exchange: Exchange, next: () => Promise<void>) => Promise<void>;

const compose =
  (...layers: Layer[]): ((exchange: Exchange) => Promise<void>) =>
  (exchange) => {
    const dispatch = async (index: number): Promise<void> =>
      layers[index]?.(exchange, () => dispatch(index + 1));
    return dispatch(0);
  };

const fail = (exchange: Exchange, status: number, why = String(status)) => {
  exchange.status = status;
  exchange.body = why;
};

export const createApp = (options: Options) => {
  const doors = new Doors();
  const routes = new Map<string, Route>();
  const run = compose(
    doors.layer,
    routing(routes),
    limits(options.timeoutMs),
    doors.holding,
    errors,
    needs,
    threads(options.toThread, options.threads ?? 40),
  );
  return {
    route: (path: string, route: Route) => {
      routes.set(path, route);
    },
    handle: async ({ path, signal }: Request): Promise<Answer> => {
      const controller = new AbortController();
      const tasks: Exchange["tasks"] = [];
      const background = (task: () => Promise<void>) => void tasks.push(task);
      const context = { path, values: {}, signal: controller.signal, background };
      const exchange: Exchange = {
        path,
        ...(signal && { client: signal }),
        context,
        controller,
        tasks,
        status: 200,
        body: null,
      };
      await run(exchange);
      if (exchange.status === 200) doors.hold(afterwards(tasks));
      const { status, body } = exchange;
      return { status, body };
    },
    shutdown: () => doors.close(),
  };
};

/** Who may come in, and who is inside. */
class Doors {
  private open = true;
  private inside = 0;
  private readonly left = new EventTarget();

  readonly layer: Layer = async (exchange, next) => (this.open ? next() : fail(exchange, 503));
  readonly holding: Layer = (_, next) => this.hold(next());

  hold(work: Promise<void>): Promise<void> {
    this.inside += 1;
    const leave = () => {
      this.inside -= 1;
      // Whoever goes on after this work may bring more.
      setTimeout(() => this.left.dispatchEvent(new Event("left")), 0);
    };
    void work.then(leave, leave);
    return work;
  }

  close(): Promise<void> {
    this.open = false;
    return new Promise((resolve) => {
      const look = () => {
        if (this.inside > 0) return;
        this.left.removeEventListener("left", look);
        resolve();
      };
      this.left.addEventListener("left", look);
      look();
    });
  }
}

const routing =
  (routes: Map<string, Route>): Layer =>
  async (exchange, next) => {
    const route = routes.get(exchange.path);
    if (!route) return fail(exchange, 404);
    exchange.route = route;
    return next();
  };

/** Leaves at once when the request is given up; what is inside goes on by itself. */
const limits =
  (timeoutMs: number | undefined): Layer =>
  async (exchange, next) => {
    const { client, controller } = exchange;
    if (client?.aborted) return fail(exchange, 499);
    const left = new AbortController();
    const givenUp = new Promise<number>((resolve) => {
      client?.addEventListener("abort", () => resolve(499), { signal: left.signal });
      if (timeoutMs === undefined) return;
      const timer = setTimeout(() => resolve(504), timeoutMs);
      left.signal.addEventListener("abort", () => clearTimeout(timer));
    });
    const status = await Promise.race([next().then(() => 0), givenUp]);
    left.abort();
    if (status === 0) return;
    fail(exchange, status);
    // From now on nobody inside can change the answer.
    Object.freeze(exchange);
    controller.abort();
  };

const errors: Layer = async (exchange, next) => {
  try {
    await next();
  } catch {
    if (!Object.isFrozen(exchange)) fail(exchange, 500);
  }
};

const needs: Layer = async (exchange, next) => {
  const { values } = exchange.context;
  const open: Generator[] = [];
  let failure: { error: unknown } | undefined;
  try {
    for (const dependency of toposort(exchange.route!.dependencies ?? [])) {
      const provided = dependency.provide(values) as any;
      const isGenerator = ["Generator", "AsyncGenerator"].includes(provided?.[Symbol.toStringTag]);
      if (isGenerator) {
        values[dependency.name] = (await provided.next()).value;
        open.push(provided);
      } else values[dependency.name] = await provided;
    }
    await next();
  } catch (error) {
    failure = { error };
  }
  for (const each of open.reverse()) {
    try {
      await (failure ? each.throw(failure.error) : each.next());
    } catch {
      // A failure is known already, or there is none to tell.
    }
  }
  if (failure) throw failure.error;
};

const threads = (toThread: ToThread, count: number): Layer => {
  let free = count;
  const waiting = new Set<() => void>();
  const enter = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const turn = () => {
        free -= 1;
        waiting.delete(turn);
        resolve();
      };
      waiting.add(turn);
      signal.addEventListener("abort", () => waiting.delete(turn) && reject(signal.reason));
      if (free > 0 && waiting.size === 1) turn();
    });
  return async (exchange, next) => {
    const { route, context } = exchange;
    context.signal.throwIfAborted();
    let value: unknown;
    if (route!.kind === "async def") value = await route!.handler(context);
    else {
      await enter(context.signal);
      try {
        value = await toThread(() => route!.handler(context));
      } finally {
        free += 1;
        for (const turn of waiting) if (free > 0) turn();
      }
    }
    if (!Object.isFrozen(exchange)) exchange.body = value;
    return next();
  };
};

async function afterwards(tasks: (() => Promise<void>)[]): Promise<void> {
  if (tasks.length === 0) return;
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (const task of tasks) await Promise.try(task).catch(() => {});
}

function toposort(list: Dependency[]): Dependency[] {
  const byName = Map.groupBy(list, ({ name }) => name);
  const state = new Map<string, "open" | "done">();
  const order: Dependency[] = [];
  const visit = (name: string) => {
    const [dependency, twin] = byName.get(name) ?? [];
    if (!dependency || twin || state.get(name) === "open") throw new DependencyError(name);
    if (state.get(name) === "done") return;
    state.set(name, "open");
    for (const need of dependency.needs ?? []) visit(need);
    state.set(name, "done");
    order.push(dependency);
  };
  for (const { name } of list) visit(name);
  return order;
}

class DependencyError extends Error {
  override readonly name = "DependencyError";
}
