// fails: story (release-before-use-ends); also: waits, abort, nested

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
    return use(connection, signal);
  } finally {
    await connection.release().catch(() => {});
  }
}
