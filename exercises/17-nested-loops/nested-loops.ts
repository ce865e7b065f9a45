// Exercise 17: asyncio.run, which cannot be called while it runs.

export interface Runner {
  /** Runs `main` and settles as it does; rejects with a RuntimeError while another run is under way. */
  run<T>(main: () => Promise<T>): Promise<T>;
  /** Whether a run is under way. */
  readonly running: boolean;
}

/** Makes a runner of its own: it runs one main at a time. */
export function createRunner(): Runner {
  // TODO: remember whether a run is under way, and see to it that this ends with the run, however that ends.
  throw new Error("Not implemented yet");
}
