// A class that keeps its runners' states, in TypeScript that needs compiling.

enum State {
  Running,
  Failed,
  Won,
}

class Runner<T> {
  state = State.Running;
  error: unknown;
  private readonly controller = new AbortController();

  constructor(private readonly attempt: (signal: AbortSignal) => Promise<T>) {}

  async run(): Promise<T> {
    try {
      const value = await this.attempt(this.controller.signal);
      if (this.state === State.Running) this.state = State.Won;
      return value;
    } catch (error) {
      this.state = State.Failed;
      this.error = error;
      throw error;
    }
  }

  stop(): void {
    if (this.state === State.Running) this.controller.abort();
  }
}

export async function firstSuccess<T>(attempts: Array<(signal: AbortSignal) => Promise<T>>): Promise<T> {
  const runners = attempts.map((attempt) => new Runner(attempt));
  try {
    const value = await Promise.any(runners.map((runner) => runner.run()));
    for (const runner of runners) runner.stop();
    return value;
  } catch {
    throw new AggregateError(runners.map(({ error }) => error));
  }
}
