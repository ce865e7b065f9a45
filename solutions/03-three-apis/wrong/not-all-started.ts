// fails: time (not-all-started); also: order, failure

export type ApiResponse = { api: number; data: string };

function* range(start: number, stop: number): Generator<number> {
  for (let n = start; n < stop; n++) {
    yield n;
  }
}

/** Calls the APIs 1, 2 and 3 at once, and resolves to their three responses in that order. */
export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  const calls: Promise<ApiResponse>[] = [];
  for (const apiNum of range(1, 3)) {
    calls.push(fetchApi(apiNum));
  }
  return Promise.all(calls);
}
