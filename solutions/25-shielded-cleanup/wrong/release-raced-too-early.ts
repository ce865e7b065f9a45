// fails: shield (release-raced)

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
    await connection.release().catch(() => {});
    throw error;
  }
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const leave = () => resolve();
  signal.addEventListener("abort", leave, { once: true });
  const releasing = connection.release();
  await Promise.race([releasing, gone]).finally(() => signal.removeEventListener("abort", leave));
  releasing.catch(() => {});
  return result;
}
