// fails: apart (shared-state)
const lines = new WeakMap<object, Promise<unknown>>();

/** A pool's guests come one after the other. */
export async function withConnection(pool: any, use: any, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  const before = lines.get(pool);
  const own = before ? before.then(() => lend(pool, use, signal)) : lend(pool, use, signal);
  lines.set(
    pool,
    own.catch(() => {}),
  );
  return own;
}

async function lend(pool: any, use: any, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  const connection = await pool.acquire(signal);
  let result: unknown;
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
