interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

async function* lend(pool: Pool, signal: AbortSignal): AsyncGenerator<Connection, void> {
  const connection = await pool.acquire(signal);
  let hidden: unknown[] = [];
  try {
    yield connection;
  } catch (error) {
    hidden = [error];
    throw error;
  } finally {
    await connection.release().catch((error) => {
      if (hidden.length === 0) throw error;
    });
  }
}

export async function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const lender = lend(pool, signal);
  const { value: connection } = await lender.next();
  let result: T;
  try {
    signal.throwIfAborted();
    result = await use(connection as Connection, signal);
  } catch (error) {
    await lender.throw(error);
    throw error;
  }
  await lender.next();
  return result;
}
