// fails: given-up (timer-leak); also: background, shutdown

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
  const onThread = makePool(options);
  const routes = new Map<string, Route>();
  const work = async (path: string, route: Route): Promise<Answer> => {
    try {
      const served = async (values: Record<string, unknown>) => {
        const call = () => route.handler({ path, values } as Context);
        return route.kind === "def" ? onThread(call) : call();
      };
      return { status: 200, body: await solve(route.dependencies ?? [], served) };
    } catch {
      return { status: 500, body: "internal server error" };
    }
  };
  return {
    route(path: string, route: Route) {
      routes.set(path, route);
    },
    async handle({ path, signal }: { path: string; signal?: AbortSignal }): Promise<Answer> {
      const route = routes.get(path);
      if (!route) return { status: 404, body: "not found" };
      if (signal?.aborted) return { status: 499, body: "gone" };
      const givenUp = new Promise<Answer>((resolve) => {
        signal?.addEventListener("abort", () => resolve({ status: 499, body: "gone" }));
        if (options.timeoutMs) setTimeout(() => resolve({ status: 504, body: "late" }), options.timeoutMs);
      });
      return Promise.race([givenUp, work(path, route)]);
    },
    async shutdown() {
      throw new Error("Not implemented yet");
    },
  };
}

function makePool({ toThread, threads = 40 }: Options) {
  const line: (() => void)[] = [];
  let free = threads;
  return async (job: () => unknown) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await toThread(job);
    } finally {
      const next = line.shift();
      if (next) next();
      else free++;
    }
  };
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

async function swallow(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch {
    // Nobody is left who could hear of it.
  }
}
