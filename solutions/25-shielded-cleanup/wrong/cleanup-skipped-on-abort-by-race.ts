// fails: abort (cleanup-skipped-on-abort); also: waits, waiting, nested

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
  const { promise: gone, reject } = Promise.withResolvers<never>();
  gone.catch(() => {});
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  try {
    signal.throwIfAborted();
    const [used] = await Promise.race([Promise.allSettled([use(connection, signal)]), gone]);
    await connection
      .release()
      .catch((error) => (used.status === "fulfilled" ? Promise.reject(error) : undefined));
    if (used.status === "rejected") throw used.reason;
    return used.value;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
