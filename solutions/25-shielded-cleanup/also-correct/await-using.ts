// `await using`: the language awaits the release on every way out, and a SuppressedError keeps what had failed before.

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
  await using _lent = { [Symbol.asyncDispose]: () => connection.release() };
  signal.throwIfAborted();
  return await use(connection, signal);
}
