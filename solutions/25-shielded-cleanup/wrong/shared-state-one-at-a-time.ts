// fails: apart (shared-state)

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

let last: Promise<unknown> = Promise.resolve();

export function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  const mine = last.then(() => lend(pool, use, signal));
  last = mine.catch(() => {});
  return mine;
}

async function lend<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
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
  await connection.release();
  return result;
}
