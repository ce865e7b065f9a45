// Exercise 35: a small server, with all that the course has taught.

/** Runs `job` on a thread, at once or soon; the promise settles with what `job` returns or throws. */
export type ToThread = <T>(job: () => T) => Promise<T>;

/** Something that handlers need: a value, a promise of one, or a generator that yields it and then cleans up. */
export interface Dependency {
  name: string;
  /** The names of those whose values it needs. */
  needs?: string[];
  provide(
    values: Record<string, unknown>,
  ): AsyncGenerator<unknown, void> | Generator<unknown, void> | Promise<unknown> | unknown;
}

/** What a handler gets. */
export interface Context {
  path: string;
  /** By the names of the dependencies. */
  values: Record<string, unknown>;
  /** Aborts when the request is given up. */
  signal: AbortSignal;
  /** Has the task done after the answer. */
  background: (task: () => Promise<void>) => void;
}

export interface Route {
  kind: "async def" | "def";
  dependencies?: Dependency[];
  handler(context: Context): unknown;
}

export interface App {
  route(path: string, route: Route): void;
  /** Never rejects. */
  handle(request: { path: string; signal?: AbortSignal }): Promise<{ status: number; body: unknown }>;
  /** Resolves when all that had begun has ended. */
  shutdown(): Promise<void>;
}

/** A server with `threads` threads for its `def` handlers (40 if not given), and `timeoutMs` for each request, if given. */
export function createApp(options: { toThread: ToThread; threads?: number; timeoutMs?: number }): App {
  // TODO: one step after the other, as the README goes.
  throw new Error("Not implemented yet");
}
