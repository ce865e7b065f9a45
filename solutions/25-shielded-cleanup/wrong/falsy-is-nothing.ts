// fails: failure (falsy-is-nothing); also: waits

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
  let failure: unknown;
  try {
    signal.throwIfAborted();
    result = await use(connection, signal);
  } catch (error) {
    failure = error;
  }
  try {
    await connection.release();
  } catch (error) {
    failure ??= error;
  }
  if (failure !== undefined) throw failure;
  return result as T;
}
