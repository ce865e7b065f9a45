// A task group that is left by `await using` once its tasks have been given.

export type ApiResponse = { api: number; data: string };

class TaskGroup<T> implements AsyncDisposable {
  readonly #tasks: Promise<T>[] = [];

  start(task: () => Promise<T>): void {
    const promise = task();
    promise.catch(() => {});
    this.#tasks.push(promise);
  }

  results(): Promise<T[]> {
    return Promise.all(this.#tasks);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#tasks.length = 0;
  }
}

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  await using group = new TaskGroup<ApiResponse>();
  for (const api of [1, 2, 3]) group.start(() => fetchApi(api));
  return await group.results();
}
