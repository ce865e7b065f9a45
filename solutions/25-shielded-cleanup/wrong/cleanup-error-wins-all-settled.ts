// fails: failure (cleanup-error-wins)

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

export async function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw signal.reason;
  const connection = await pool.acquire(signal);
  const [used] = await Promise.allSettled([
    signal.aborted ? Promise.reject(signal.reason) : use(connection, signal),
  ]);
  const [released] = await Promise.allSettled([connection.release()]);
  if (released.status === "rejected") throw released.reason;
  if (used.status === "rejected") throw used.reason;
  return used.value;
}
