// fails: threads (runs-on-loop); also: dependencies, limits, given-up, background, shutdown

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

export function createApp(_: Options) {
  const routes = new Map<string, Route>();
  return {
    route(path: string, route: Route) {
      routes.set(path, route);
    },
    async handle({ path }: { path: string; signal?: AbortSignal }): Promise<Answer> {
      const route = routes.get(path);
      if (!route) return { status: 404, body: "not found" };
      try {
        return { status: 200, body: await route.handler({ path } as Context) };
      } catch {
        return { status: 500, body: "internal server error" };
      }
    },
    async shutdown() {
      throw new Error("Not implemented yet");
    },
  };
}
