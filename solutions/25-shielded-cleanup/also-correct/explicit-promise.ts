// One promise, settled by hand at the only place where the release has ended.

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

export const withConnection = <T>(pool: Pool, use: Use<T>, signal: AbortSignal) =>
  new Promise<T>((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const both = AbortSignal.any([signal]);
    pool.acquire(both).then((connection) => {
      const after = (settle: () => void, otherwise: (error: unknown) => void) =>
        void connection.release().then(settle, otherwise);
      const fail = (error: unknown) =>
        after(
          () => reject(error),
          () => reject(error),
        );
      if (both.aborted) fail(both.reason);
      else use(connection, both).then((value) => after(() => resolve(value), reject), fail);
    }, reject);
  });
