// Exercise 25: a connection that is given back whatever happens.

export interface Connection {
  release(): Promise<void>;
}

export interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

/** Lends `use` a connection of the pool, and settles as `use` does once the connection is given back. */
export function withConnection<T>(
  pool: Pool,
  use: (connection: Connection, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  // TODO: acquire, use, release, and see to it that nothing comes between, not even an abort.
  throw new Error("Not implemented yet");
}
