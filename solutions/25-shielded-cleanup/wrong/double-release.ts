// fails: abort (double-release); also: nested

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
  const onAbort = () => void connection.release().catch(() => {});
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    signal.throwIfAborted();
    result = await use(connection, signal);
  } catch (error) {
    signal.removeEventListener("abort", onAbort);
    await connection.release().catch(() => {});
    throw error;
  }
  signal.removeEventListener("abort", onAbort);
  await connection.release();
  return result;
}
