// fails: abort (busy-wait); also: nested
export async function withConnection(pool: any, use: any, signal: AbortSignal): Promise<any> {
  signal.throwIfAborted();
  const connection = await pool.acquire(signal);
  let done: any;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  if (signal.aborted) done = { how: "rejected", value: signal.reason };
  else
    use(connection, signal).then(
      (value: unknown) => (done = { how: "fulfilled", value }),
      (value: unknown) => (done = { how: "rejected", value }),
    );
  while (!done) await pause(10);
  try {
    await connection.release();
  } catch (error) {
    if (done.how === "fulfilled") throw error;
  }
  if (done.how === "rejected") throw done.value;
  return done.value;
}
