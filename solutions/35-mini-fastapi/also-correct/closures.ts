// Closures over a few variables: what is under way is a number, the pool a list of functions, and a race decides the answer.

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

export function createApp({ toThread, threads = 40, timeoutMs }: Options) {
  const routes = new Map<string, Route>();
  const idle: (() => void)[] = [];
  const line: { start: () => void }[] = [];
  let closed = false;
  let underWay = 0;
  let busy = 0;

  const track = async <T>(work: () => Promise<T>): Promise<T> => {
    underWay++;
    try {
      return await work();
    } finally {
      if (--underWay === 0) for (const tell of idle.splice(0)) tell();
    }
  };

  const onThread = async (job: () => unknown, signal: AbortSignal): Promise<unknown> => {
    if (busy < threads) busy++;
    else {
      const turn = Promise.withResolvers<void>();
      const place = { start: turn.resolve };
      line.push(place);
      const leave = () => {
        line.splice(line.indexOf(place), 1);
        turn.reject(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      await turn.promise;
      signal.removeEventListener("abort", leave);
    }
    try {
      return await toThread(job);
    } finally {
      const next = line.shift();
      if (next) next.start();
      else busy--;
    }
  };

  const call = async (route: Route, context: Context): Promise<unknown> => {
    const undo: ((failed: boolean, error?: unknown) => Promise<unknown>)[] = [];
    const { values } = context;
    try {
      for (const dependency of sorted(route.dependencies ?? [])) {
        const got = dependency.provide(values);
        if (!isGenerator(got)) {
          values[dependency.name] = await got;
          continue;
        }
        values[dependency.name] = (await got.next()).value;
        undo.unshift(async (failed, error) => (failed ? got.throw(error) : got.next()));
      }
      if (context.signal.aborted) throw context.signal.reason;
      const result = await (route.kind === "def"
        ? onThread(() => route.handler(context), context.signal)
        : route.handler(context));
      while (undo.length > 0) await undo.shift()!(false);
      return result;
    } catch (error) {
      for (const each of undo) await each(true, error).catch(() => {});
      throw error;
    }
  };

  const answer = async ({ path, signal }: Request): Promise<Answer> => {
    if (closed) return { status: 503, body: null };
    const route = routes.get(path);
    if (!route) return { status: 404, body: null };
    if (signal?.aborted) return { status: 499, body: null };
    const tasks: (() => Promise<void>)[] = [];
    const own = new AbortController();
    const background = (task: () => Promise<void>) => void tasks.push(task);
    const work = track(() => call(route, { path, values: {}, signal: own.signal, background }));
    const givenUp = Promise.withResolvers<Answer>();
    const gone = () => givenUp.resolve({ status: 499, body: null });
    signal?.addEventListener("abort", gone);
    const timer = timeoutMs && setTimeout(() => givenUp.resolve({ status: 504, body: null }), timeoutMs);
    const answer = await Promise.race([
      givenUp.promise,
      work.then(
        (body) => ({ status: 200, body }),
        () => ({ status: 500, body: null }),
      ),
    ]);
    if (timer) clearTimeout(timer);
    signal?.removeEventListener("abort", gone);
    if (answer.status === 499 || answer.status === 504) own.abort();
    if (answer.status === 200 && tasks.length > 0)
      void track(async () => {
        await new Promise((resolve) => setTimeout(resolve));
        await Promise.allSettled(tasks.map(async (task) => task()));
      });
    return answer;
  };

  return {
    route: (path: string, route: Route) => void routes.set(path, route),

    handle: (request: Request): Promise<Answer> => track(() => answer(request)),

    async shutdown(): Promise<void> {
      closed = true;
      if (underWay > 0) await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}

function sorted(list: Dependency[]): Dependency[] {
  const left = [...list];
  const done: Dependency[] = [];
  const names = () => done.map(({ name }) => name);
  if (new Set(list.map(({ name }) => name)).size < list.length) throw dependencyError("double");
  while (left.length > 0) {
    const next = left.findIndex(({ needs }) => (needs ?? []).every((name) => names().includes(name)));
    if (next < 0) throw dependencyError("unknown or in a circle");
    done.push(...left.splice(next, 1));
  }
  return done;
}

function dependencyError(what: string): Error {
  return Object.assign(new Error(`A dependency is ${what}`), { name: "DependencyError" });
}

function isGenerator(value: unknown): value is Generator | AsyncGenerator {
  return /^\[object (Async)?Generator\]$/.test(Object.prototype.toString.call(value));
}
