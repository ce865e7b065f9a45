// fails: story (cleanup-not-awaited); also: waits

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
  try {
    signal.throwIfAborted();
    return await use(connection, signal);
  } finally {
    connection.release().catch(() => {});
  }
}
