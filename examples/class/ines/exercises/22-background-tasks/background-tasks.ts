export class BackgroundTasks {
  pending = 0;
  onError: (error: unknown) => void;
  idle = Promise.withResolvers<void>();

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
    this.idle.resolve();
  }

  spawn = (task: () => Promise<void> | void): void => {
    if (this.pending++ === 0) this.idle = Promise.withResolvers();
    Promise.try(task)
      .then(undefined, (error) => this.onError(error))
      .finally(() => --this.pending || this.idle.resolve());
  };

  drain = (): Promise<void> => this.idle.promise;
}
