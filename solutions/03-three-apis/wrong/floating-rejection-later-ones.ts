// fails: floating (floating-rejection); also: failure

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return new Promise((resolve, reject) => {
    const started = [1, 2, 3].map(fetchApi);
    Promise.all(started).then(resolve, reject);
    for (const response of started) {
      response.catch((error) => {
        reject(error);
        if (response !== started[0]) return;
        throw error;
      });
    }
  });
}
