// A stack of clean-ups, as Python's AsyncExitStack.

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

export async function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw signal.reason;
  await using stack = new AsyncDisposableStack();
  const connection = stack.adopt(await pool.acquire(signal), (lent) => lent.release());
  if (signal.aborted) throw signal.reason;
  return await use(connection, signal);
}
