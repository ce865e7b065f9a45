// fails: waits (gives-up)
export async function withConnection(pool: any, use: any, signal: AbortSignal): Promise<any> {
  signal.throwIfAborted();
  const connection = await pool.acquire(signal);
  const release = async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, 5000);
    try {
      await Promise.race([connection.release(), promise]);
    } finally {
      clearTimeout(timer);
    }
  };
  let result: unknown;
  try {
    signal.throwIfAborted();
    result = await use(connection, signal);
  } catch (error) {
    await release().catch(() => {});
    throw error;
  }
  await release();
  return result;
}
