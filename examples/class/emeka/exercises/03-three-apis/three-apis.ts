export type ApiResponse = { api: number; data: string };

// Off by one: it waits for a fourth response that nobody asked for.
export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return new Promise((resolve, reject) => {
    const responses: ApiResponse[] = [];
    let count = 0;
    for (let apiNum = 1; apiNum <= 3; apiNum++) {
      fetchApi(apiNum).then((response) => {
        responses[apiNum - 1] = response;
        if (count++ === 3) resolve(responses);
      }, reject);
    }
  });
}
