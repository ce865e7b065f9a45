// fails: failure (swallowed-error); also: abort, waiting, shield, nested

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

export async function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const connection = await pool.acquire(signal);
  let result: T | undefined;
  try {
    signal.throwIfAborted();
    result = await use(connection, signal);
  } finally {
    await connection.release();
    // biome-ignore lint/correctness/noUnsafeFinally: this is the mistake.
    return result as T;
  }
}
