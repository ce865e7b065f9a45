// fails: failure (repeated-call); also: aftermath

export class BackgroundTasks {
  private readonly onError: (error: unknown) => void;
  private readonly inFlight = new Set<symbol>();
  private drainers: PromiseWithResolvers<void>[] = [];

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  public spawn(task: () => Promise<void> | void): void {
    const key = Symbol("task");
    this.inFlight.add(key);
    this.supervise(key, task).catch(() => {});
  }

  private async supervise(key: symbol, task: () => Promise<void> | void): Promise<void> {
    try {
      await Promise.try(task).catch(() => task());
    } catch (error) {
      this.onError(error);
    } finally {
      this.inFlight.delete(key);
      if (this.inFlight.size === 0) {
        const drainers = this.drainers;
        this.drainers = [];
        drainers.forEach((d) => d.resolve());
      }
    }
  }

  public get pending(): number {
    return this.inFlight.size;
  }

  public drain(): Promise<void> {
    const drainer = Promise.withResolvers<void>();
    if (this.inFlight.size === 0) drainer.resolve();
    else this.drainers.push(drainer);
    return drainer.promise;
  }
}
