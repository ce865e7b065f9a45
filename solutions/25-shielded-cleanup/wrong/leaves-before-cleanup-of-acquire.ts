// fails: waiting (leaves-before-cleanup); also: waits

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
  const acquiring = pool.acquire(signal);
  const connection = await Promise.race([acquiring, gone])
    .catch((error) => {
      // It will be given back some time or other.
      acquiring.then((late) => late.release()).catch(() => {});
      throw error;
    })
    .finally(() => signal.removeEventListener("abort", onAbort));
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
