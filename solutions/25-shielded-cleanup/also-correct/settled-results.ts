// Looks at how everything ended only when all of it has: no throw can pass the release.

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

async function ending<T>(work: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  const [end] = await Promise.allSettled([work()]);
  return end;
}

export async function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const connection = await pool.acquire(signal);
  const used = await ending(async () => {
    signal.throwIfAborted();
    return use(connection, signal);
  });
  const released = await ending(() => connection.release());
  for (const end of [used, released]) if (end.status === "rejected") throw end.reason;
  return (used as PromiseFulfilledResult<T>).value;
}
