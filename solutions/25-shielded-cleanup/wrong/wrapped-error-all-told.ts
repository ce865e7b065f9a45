// fails: failure (wrapped-error)

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
  let result: T;
  try {
    signal.throwIfAborted();
    result = await use(connection, signal);
  } catch (error) {
    await connection.release().catch((late) => Promise.reject(new AggregateError([error, late])));
    throw error;
  }
  await connection.release();
  return result;
}
