// fails: shield (listener-leak)

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

export async function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const inner = new AbortController();
  signal.addEventListener("abort", () => inner.abort(signal.reason));
  const connection = await pool.acquire(inner.signal);
  let result: T;
  try {
    signal.throwIfAborted();
    result = await use(connection, inner.signal);
  } catch (error) {
    await connection.release().catch(() => {});
    throw error;
  }
  await connection.release();
  return result;
}
