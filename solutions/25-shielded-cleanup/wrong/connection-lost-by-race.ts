// fails: waiting (connection-lost); also: waits, nested

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

export async function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise: gone, reject } = Promise.withResolvers<never>();
  gone.catch(() => {});
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  const connection = await Promise.race([pool.acquire(signal), gone]).finally(() => {
    signal.removeEventListener("abort", onAbort);
  });
  let result: T;
  try {
    signal.throwIfAborted();
    result = await use(connection, signal);
  } catch (error) {
    await connection.release().catch(() => {});
    throw error;
  }
  await connection.release();
  return result;
}
