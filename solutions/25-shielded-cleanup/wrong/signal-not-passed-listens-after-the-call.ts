// fails: waiting (signal-not-passed)

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

export async function withConnection<T>(
  pool: Pool,
  use: (connection: Connection, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const acquired = pool.acquire(controller.signal);
  const stop = () => controller.abort(signal.reason);
  signal.addEventListener("abort", stop);
  const connection = await acquired.finally(() => signal.removeEventListener("abort", stop));
  let result: T;
  try {
    signal.throwIfAborted();
    result = await use(connection, signal);
  } catch (error) {
    // There is a failure to tell already: that of the release must not take its place.
    await connection.release().catch(() => {});
    throw error;
  }
  await connection.release();
  return result;
}
