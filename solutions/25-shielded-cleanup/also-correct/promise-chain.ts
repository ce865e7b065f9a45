// Promise chains, without async and await.

interface Connection {
  release(): Promise<void>;
}

interface Pool {
  acquire(signal: AbortSignal): Promise<Connection>;
}

type Use<T> = (connection: Connection, signal: AbortSignal) => Promise<T>;

export function withConnection<T>(pool: Pool, use: Use<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason);
  return pool.acquire(signal).then((connection) => {
    function giveBack() {
      return connection.release();
    }
    var work = signal.aborted ? Promise.reject(signal.reason) : use(connection, signal);
    return work.then(
      (value) => giveBack().then(() => value),
      (error) => {
        function fail(): never {
          throw error;
        }
        return giveBack().then(fail, fail);
      },
    );
  });
}
