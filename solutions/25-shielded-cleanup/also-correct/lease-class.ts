// A lease that can be ended once, and a signal of its own for the two that may be stopped.

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

class Lease {
  readonly #connection: Connection;
  #ending: Promise<void> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get connection() {
    return this.#connection;
  }

  end(): Promise<void> {
    this.#ending ??= this.#connection.release();
    return this.#ending;
  }
}

export async function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const inner = new AbortController();
  const pass = () => inner.abort(signal.reason);
  signal.addEventListener("abort", pass);
  try {
    const lease = new Lease(await pool.acquire(inner.signal));
    try {
      inner.signal.throwIfAborted();
      const value = await use(lease.connection, inner.signal);
      await lease.end();
      return value;
    } catch (error) {
      await lease.end().catch(() => {});
      throw error;
    }
  } finally {
    signal.removeEventListener("abort", pass);
  }
}
