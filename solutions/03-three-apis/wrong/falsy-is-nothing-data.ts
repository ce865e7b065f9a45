// fails: order (falsy-is-nothing)
// An empty `data` is taken for none yet.
export type ApiResponse = { api: number; data: string };

class ResponseCollector {
  private responses: ApiResponse[] = [];

  add(apiNum: number, response: ApiResponse): void {
    this.responses[apiNum - 1] = response;
  }

  isComplete(): boolean {
    return [1, 2, 3].every((apiNum) => this.responses[apiNum - 1]?.data);
  }

  toArray(): ApiResponse[] {
    return this.responses;
  }
}

/** Calls the APIs 1, 2 and 3 at once, and resolves to their three responses in that order. */
export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  const collector = new ResponseCollector();
  return new Promise((resolve, reject) => {
    for (const apiNum of [1, 2, 3]) {
      fetchApi(apiNum).then((response) => {
        collector.add(apiNum, response);
        if (collector.isComplete()) resolve(collector.toArray());
      }, reject);
    }
  });
}
