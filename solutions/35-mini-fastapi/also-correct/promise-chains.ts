// Promise chains alone: each step is a function that returns a promise, and the answer is whatever settles it first.

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

const AsyncGeneratorFunction = Object.getPrototypeOf(async function* () {});
const GeneratorFunction = Object.getPrototypeOf(function* () {});
/** The language's own: `next` is the one that all of them share. */
const isGenerator = (value: any) =>
  value instanceof Object &&
  (value.next === AsyncGeneratorFunction.prototype.next || value.next === GeneratorFunction.prototype.next);

export function createApp(options: Options) {
  const routes: Record<string, Route> = Object.create(null);
  const limit = options.threads ?? 40;
  let running = 0;
  let waiting: (() => void)[] = [];
  let open = true;
  const pending = new Set<Promise<unknown>>();

  function keep(promise: Promise<unknown>): void {
    const quiet: Promise<unknown> = promise.then(
      () => pending.delete(quiet),
      () => pending.delete(quiet),
    );
    pending.add(quiet);
  }

  function drained(): Promise<void> {
    return pending.size === 0 ? Promise.resolve() : Promise.all([...pending]).then(drained);
  }

  function place(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (running < limit) {
        running += 1;
        resolve();
        return;
      }
      const turn = () => {
        signal.removeEventListener("abort", quit);
        resolve();
      };
      const quit = () => {
        waiting = waiting.filter((other) => other !== turn);
        reject(signal.reason);
      };
      waiting = [...waiting, turn];
      signal.addEventListener("abort", quit);
    });
  }

  function release(): void {
    const [next, ...rest] = waiting;
    waiting = rest;
    if (next) next();
    else running -= 1;
  }

  function work(route: Route, context: Context): Promise<unknown> {
    const call = () => {
      context.signal.throwIfAborted();
      if (route.kind === "async def") return route.handler(context);
      return place(context.signal).then(() =>
        options.toThread(() => route.handler(context)).finally(release),
      );
    };
    const needed = Promise.resolve().then(() => inOrder(route.dependencies || []));
    return needed.then((list) => enter(list, context.values, call));
  }

  return {
    route(path: string, route: Route): void {
      routes[path] = route;
    },
    handle(request: Request): Promise<Answer> {
      const route = routes[request.path];
      if (!open) return Promise.resolve({ status: 503, body: "closed" });
      if (!route) return Promise.resolve({ status: 404, body: "unknown" });
      const client = request.signal;
      if (client?.aborted) return Promise.resolve({ status: 499, body: "gone" });
      const tasks: (() => Promise<void>)[] = [];
      const controller = new AbortController();
      const context: Context = {
        path: request.path,
        values: {},
        signal: controller.signal,
        background: (task) => {
          tasks.push(task);
        },
      };
      const done = work(route, context);
      keep(done);
      return new Promise<Answer>((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        let over = false;
        const end = (status: number, body: unknown) => {
          if (over) return;
          over = true;
          clearTimeout(timer);
          client?.removeEventListener("abort", gone);
          resolve({ status, body });
          if (status === 499 || status === 504) controller.abort(new Error(String(body)));
        };
        const gone = () => end(499, "gone");
        client?.addEventListener("abort", gone);
        if (options.timeoutMs !== undefined) timer = setTimeout(() => end(504, "late"), options.timeoutMs);
        done.then(
          (value) => {
            if (over) return;
            end(200, value);
            keep(new Promise((go) => setTimeout(go, 1)).then(() => one(tasks, 0)));
          },
          () => end(500, "failed"),
        );
      });
    },
    shutdown(): Promise<void> {
      open = false;
      return drained();
    },
  };
}

/** One task after the other, whatever becomes of each. */
function one(tasks: (() => Promise<void>)[], index: number): Promise<void> {
  if (index >= tasks.length) return Promise.resolve();
  const next = () => one(tasks, index + 1);
  return Promise.resolve().then(tasks[index]).then(next, next);
}

function enter(list: Dependency[], values: Record<string, unknown>, body: () => unknown): Promise<unknown> {
  const [first, ...rest] = list;
  if (!first) return Promise.resolve().then(body);
  return Promise.resolve()
    .then(() => first.provide(values))
    .then((given: any) => {
      if (!isGenerator(given)) {
        values[first.name] = given;
        return enter(rest, values, body);
      }
      return Promise.resolve(given.next())
        .then(({ value }) => {
          values[first.name] = value;
        })
        .then(() =>
          enter(rest, values, body).then(
            (result) => Promise.resolve(given.next()).then(() => result),
            (error) => {
              const raise = () => Promise.reject(error);
              return Promise.resolve()
                .then(() => given.throw(error))
                .then(raise, raise);
            },
          ),
        );
    });
}

function inOrder(list: Dependency[]): Dependency[] {
  const done: Dependency[] = [];
  const visit = (each: Dependency, path: string[]) => {
    if (done.includes(each)) return;
    if (path.includes(each.name)) throw failure(`${each.name} is in a circle`);
    (each.needs || []).forEach((name) => {
      const other = list.find((one) => one.name === name);
      if (!other) throw failure(`${name} is unknown`);
      visit(other, path.concat(each.name));
    });
    done.push(each);
  };
  list.forEach((each, index) => {
    if (list.findIndex(({ name }) => name === each.name) !== index)
      throw failure(`${each.name} is there twice`);
  });
  for (const each of list) visit(each, []);
  return done;
}

function failure(message: string): Error {
  const error = new Error(message);
  error.name = "DependencyError";
  return error;
}
