// fails: failure (lost-rejection); also: falsy, floating

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return new Promise((resolve) => {
    const responses: ApiResponse[] = [];
    let left = 3;
    for (const api of [1, 2, 3]) {
      fetchApi(api).then(
        (response) => {
          responses[api - 1] = response;
          if (--left === 0) resolve(responses);
        },
        (error) => console.error(error),
      );
    }
  });
}
