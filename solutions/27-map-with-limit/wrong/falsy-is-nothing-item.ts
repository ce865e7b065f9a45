// fails: order (falsy-is-nothing)

type Mapper<T, R> = (item: T, index: number, signal: AbortSignal) => Promise<R>;

export async function mapLimit<T, R>(items: Iterable<T>, limit: number, mapper: Mapper<T, R>): Promise<R[]> {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError("limit?");
  const abort = new AbortController();
  const source = items[Symbol.iterator]();
  const out: R[] = [];
  let n = 0;

  const lane = async (): Promise<void> => {
    let item: T;
    while (!abort.signal.aborted && (item = source.next().value)) {
      const i = n++;
      out[i] = await mapper(item, i, abort.signal);
    }
  };
  const guarded = () =>
    lane().catch((error) => {
      abort.abort();
      throw error;
    });

  await Promise.all(Array.from({ length: limit }, guarded));
  return out;
}
