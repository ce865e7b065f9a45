// fails: story (then-without-this)

export interface Connection {
  release(): Promise<void>;
}

export interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Result<T> = { ok: true; value: T } | { ok: false; error: unknown };

const attempt = <T>(work: () => Promise<T>): Promise<Result<T>> =>
  work().then(
    (value) => ({ ok: true, value }),
    (error) => ({ ok: false, error }),
  );

class Lease {
  constructor(
    private readonly connection: Connection,
    private readonly controller: AbortController,
  ) {}

  async spend<T>(use: (connection: Connection, signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = this.controller;
    const used: Result<T> = signal.aborted
      ? { ok: false, error: signal.reason }
      : await attempt(() => use(this.connection, signal));
    const released = await attempt(this.connection.release);
    if (!used.ok) throw released.ok ? used.error : new SuppressedError(released.error, used.error);
    if (!released.ok) throw released.error;
    return used.value;
  }
}

export async function withConnection<T>(
  pool: Pool,
  use: (connection: Connection, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const relay = () => controller.abort(signal.reason);
  signal.addEventListener("abort", relay, { once: true });
  try {
    return await new Lease(await pool.acquire(controller.signal), controller).spend(use);
  } finally {
    signal.removeEventListener("abort", relay);
  }
}
