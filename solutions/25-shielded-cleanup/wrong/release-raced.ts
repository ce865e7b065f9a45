// fails: waits (release-raced); also: shield

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

export async function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  const { promise: gone, reject } = Promise.withResolvers<never>();
  gone.catch(() => {});
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  const shielded = (work: Promise<void>) => {
    work.catch(() => {});
    return Promise.race([work, gone]).finally(() => signal.removeEventListener("abort", onAbort));
  };
  signal.throwIfAborted();
  const connection = await pool.acquire(signal);
  let result: T;
  try {
    signal.throwIfAborted();
    result = await use(connection, signal);
  } catch (error) {
    await shielded(connection.release()).catch(() => {});
    throw error;
  }
  await shielded(connection.release());
  return result;
}
