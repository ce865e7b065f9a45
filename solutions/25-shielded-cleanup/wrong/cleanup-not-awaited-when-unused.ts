// fails: waits (cleanup-not-awaited)

export interface Connection {
  release(): Promise<void>;
}

export interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

export async function withConnection<T>(
  pool: Pool,
  use: (connection: Connection, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const connection = await pool.acquire(signal);
  if (signal.aborted) {
    connection.release().catch(() => {});
    throw signal.reason;
  }
  let result: T;
  try {
    result = await use(connection, signal);
  } catch (error) {
    await connection.release().catch(() => {});
    throw error;
  }
  await connection.release();
  return result;
}
