// One big function, with callbacks and a state for each request; promises only where they come in and where they go out.

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

type Callback = (failed: boolean, value?: any) => void;

export function createApp(options: Options) {
  const routes: { path: string; route: Route }[] = [];
  let threads = options.threads === undefined ? 40 : options.threads;
  const queue: (() => void)[] = [];
  let shutdowns: (() => void)[] = [];
  let active = 0;
  let closing = false;

  function begin() {
    active++;
  }

  function end() {
    active--;
    if (active === 0) {
      const waiting = shutdowns;
      shutdowns = [];
      waiting.forEach((resolve) => {
        resolve();
      });
    }
  }

  function settle(act: () => unknown, callback: Callback) {
    new Promise((resolve) => {
      resolve(act());
    }).then(
      (value) => {
        callback(false, value);
      },
      (error) => {
        callback(true, error);
      },
    );
  }

  function nextInLine() {
    threads++;
    const next = queue.shift();
    if (next) next();
  }

  function onThread(job: () => unknown, signal: AbortSignal, callback: Callback) {
    function start() {
      signal.removeEventListener("abort", quit);
      threads--;
      settle(
        () => options.toThread(job),
        (failed, value) => {
          nextInLine();
          callback(failed, value);
        },
      );
    }
    function quit() {
      queue.splice(queue.indexOf(start), 1);
      callback(true, signal.reason);
    }
    if (threads > 0) return start();
    queue.push(start);
    signal.addEventListener("abort", quit);
  }

  function solve(list: Dependency[], context: Context, body: (callback: Callback) => void, done: Callback) {
    let order: Dependency[];
    try {
      order = sort(list);
    } catch (error) {
      return done(true, error);
    }
    step(0, done);
    function step(index: number, leave: Callback): void {
      const dependency = order[index];
      if (!dependency) {
        body(leave);
        return;
      }
      let generator: any;
      settle(
        () => {
          const given: any = dependency!.provide(context.values);
          const kind = Object.prototype.toString.call(given);
          if (kind !== "[object Generator]" && kind !== "[object AsyncGenerator]") return given;
          generator = given;
          return Promise.resolve(given.next()).then((result: any) => result.value);
        },
        (failed, value) => {
          if (failed) return leave(true, value);
          context.values[dependency!.name] = value;
          step(index + 1, (handlerFailed, result) => {
            if (!generator) return leave(handlerFailed, result);
            settle(
              () => (handlerFailed ? generator.throw(result) : generator.next()),
              () => {
                leave(handlerFailed, result);
              },
            );
          });
        },
      );
    }
  }

  function handle(request: Request): Promise<Answer> {
    return new Promise((resolve) => {
      if (closing) return resolve({ status: 503, body: "" });
      const found = routes.filter((each) => each.path === request.path)[0];
      if (!found) return resolve({ status: 404, body: "" });
      if (request.signal?.aborted) return resolve({ status: 499, body: "" });
      const route = found.route;
      let state: "working" | "answered" = "working";
      const controller = new AbortController();
      const tasks: (() => Promise<void>)[] = [];
      let timer: any;
      const context: Context = {
        path: request.path,
        values: {},
        signal: controller.signal,
        background: (task) => {
          tasks.push(task);
        },
      };
      function answer(status: number, body: unknown) {
        if (state === "answered") return false;
        state = "answered";
        clearTimeout(timer);
        if (request.signal) request.signal.removeEventListener("abort", gone);
        resolve({ status: status, body: body });
        if (status === 499 || status === 504) controller.abort();
        return true;
      }
      function gone() {
        answer(499, "");
      }
      if (request.signal) request.signal.addEventListener("abort", gone);
      if (options.timeoutMs) timer = setTimeout(answer, options.timeoutMs, 504, "");
      begin();
      solve(
        route.dependencies || [],
        context,
        (callback) => {
          if (state === "answered") return callback(true);
          const call = () => route.handler(context);
          if (route.kind === "def") onThread(call, context.signal, callback);
          else settle(call, callback);
        },
        (failed, value) => {
          const first = answer(failed ? 500 : 200, value);
          if (first && !failed && tasks.length > 0) {
            setImmediate(() => {
              let left = tasks.length;
              tasks.forEach((task) => {
                settle(task, () => {
                  if (--left === 0) end();
                });
              });
            });
          } else end();
        },
      );
    });
  }

  return {
    handle: handle,
    route: (path: string, route: Route) => {
      routes.push({ path: path, route: route });
    },
    shutdown: () => {
      closing = true;
      return new Promise<void>((resolve) => {
        if (active === 0) resolve();
        else shutdowns.push(resolve);
      });
    },
  };
}

function sort(list: Dependency[]): Dependency[] {
  const sorted: Dependency[] = [];
  const rest = list.slice();
  function has(name: string) {
    return sorted.some((each) => each.name === name);
  }
  while (rest.length > 0) {
    const ready = rest.filter((each) => (each.needs || []).every(has))[0];
    if (!ready || has(ready.name)) {
      const error = new Error("These cannot be put into an order");
      error.name = "DependencyError";
      throw error;
    }
    sorted.push(ready);
    rest.splice(rest.indexOf(ready), 1);
  }
  return sorted;
}
