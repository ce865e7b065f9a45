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

/** Whoever it concerns hears of an abort, or of what `settled` comes to, whichever is first. */
const until = <T>(signal: AbortSignal, settled: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    const leave = () => signal.removeEventListener("abort", stop);
    settled.then(resolve, reject).finally(leave);
  });

export const createApp = (options: { toThread: ToThread; threads?: number; timeoutMs?: number }) => {
  const routes = new Map<string, Route>();
  const closing = new AbortController();
  const jobs = new Set<Promise<unknown>>();
  const tickets: PromiseWithResolvers<void>[] = [];
  let free = options.threads ?? 40;

  const remember = <T>(job: Promise<T>): Promise<T> => {
    const own = job.then(
      () => {},
      () => {},
    );
    jobs.add(own);
    own.then(() => jobs.delete(own));
    return job;
  };

  const threaded = async (job: () => unknown, signal: AbortSignal): Promise<unknown> => {
    const ticket = Promise.withResolvers<void>();
    if (free-- > 0) ticket.resolve();
    else tickets.push(ticket);
    try {
      await until(signal, ticket.promise);
    } catch (error) {
      free++;
      tickets.splice(tickets.indexOf(ticket), 1);
      throw error;
    }
    const give = () => {
      free++;
      tickets.shift()?.resolve();
    };
    const thread = options.toThread(job);
    thread.then(give, give);
    return thread;
  };

  const call = async (route: Route, context: Context): Promise<unknown> => {
    const generators: any[] = [];
    let outcome: { value: unknown } | { error: unknown };
    try {
      for (const { name, provide } of order(route.dependencies ?? [])) {
        const made = provide(context.values) as any;
        const isGenerator = /Generator/.test(Object.prototype.toString.call(made));
        context.values[name] = isGenerator ? (await made.next()).value : await made;
        if (isGenerator) generators.push(made);
      }
      const handle = () => route.handler(context);
      const value = await (route.kind === "def" ? threaded(handle, context.signal) : handle());
      outcome = { value };
    } catch (error) {
      outcome = { error };
    }
    for (const generator of generators.reverse()) {
      const resume = async () => ("error" in outcome ? generator.throw(outcome.error) : generator.next());
      await resume().catch(() => {});
    }
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  };

  const handle = async ({ path, signal: client }: Request) => {
    const route = routes.get(path);
    if (closing.signal.aborted) return { status: 503, body: null };
    if (route === undefined) return { status: 404, body: null };
    const parts: AbortSignal[] = [];
    if (client) parts.push(client);
    if (options.timeoutMs) parts.push(AbortSignal.timeout(options.timeoutMs));
    const givenUp = AbortSignal.any(parts);
    if (givenUp.aborted) return { status: 499, body: null };
    const own = new AbortController();
    const tasks: (() => Promise<void>)[] = [];
    const background = (task: () => Promise<void>) => void tasks.push(task);
    const work = remember(call(route, { path, values: {}, signal: own.signal, background }));
    try {
      const body = await until(givenUp, work);
      const after = async () => {
        await new Promise((resolve) => setTimeout(resolve));
        for (const task of tasks) await Promise.try(task).catch(() => {});
      };
      if (tasks.length > 0) remember(after());
      return { status: 200, body };
    } catch {
      if (!givenUp.aborted) return { status: 500, body: null };
      own.abort();
      return { status: client?.aborted ? 499 : 504, body: null };
    }
  };

  return {
    route(path: string, route: Route) {
      routes.set(path, route);
    },
    handle: (request: Request) => remember(handle(request)),
    async shutdown() {
      closing.abort();
      while (jobs.size > 0) await Promise.allSettled(jobs);
    },
  };
};

/** By repeated passes: whoever needs nobody that is left goes next. */
function order(list: Dependency[]): Dependency[] {
  const names = new Set(list.map(({ name }) => name));
  const known = list.every(({ needs = [] }) => needs.every((name) => names.has(name)));
  if (!known || names.size < list.length) throw new DependencyError();
  const sorted: Dependency[] = [];
  for (let left = list; left.length > 0; ) {
    const waits = new Set(left.map(({ name }) => name));
    const next = left.find(({ needs = [] }) => !needs.some((name) => waits.has(name)));
    if (!next) throw new DependencyError();
    sorted.push(next);
    left = left.filter((each) => each !== next);
  }
  return sorted;
}

class DependencyError extends Error {
  constructor() {
    super("These dependencies cannot be solved");
    this.name = "DependencyError";
  }
}
