type Mapper<T, R> = (item: T, index: number, signal: AbortSignal) => Promise<R>;

class Mapping<T, R> {
  readonly done = Promise.withResolvers<R[]>();
  private readonly stop = new AbortController();
  private readonly results: R[] = [];
  private readonly source: Iterator<T>;
  private readonly mapper: Mapper<T, R>;
  private atWork = 0;
  private taken = 0;
  private isDry = false;
  private isOver = false;

  constructor(items: Iterable<T>, mapper: Mapper<T, R>) {
    this.source = items[Symbol.iterator]();
    this.mapper = mapper;
  }

  start(limit: number): Promise<R[]> {
    for (let lane = 0; lane < limit && !this.isDry && !this.isOver; lane++) this.next();
    return this.done.promise;
  }

  private next(): void {
    if (this.isOver) return;
    try {
      const { done, value } = this.source.next();
      if (!done) void this.map(value, this.taken++);
      else this.isDry = true;
    } catch (error) {
      this.fail(error);
    }
    if (this.isDry && this.atWork === 0) this.done.resolve(this.results);
  }

  private async map(item: T, index: number): Promise<void> {
    this.atWork++;
    try {
      this.results[index] = await this.mapper(item, index, this.stop.signal);
      this.atWork--;
      this.next();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    this.done.reject(error);
    this.stop.abort(error);
  }
}

export const mapLimit = async <T, R>(
  items: Iterable<T>,
  limit: number,
  mapper: Mapper<T, R>,
): Promise<R[]> => {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError("limit must be a positive integer");
  return new Mapping(items, mapper).start(limit);
};
