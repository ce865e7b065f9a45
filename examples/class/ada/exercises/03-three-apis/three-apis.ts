export type ApiResponse = { api: number; data: string };

/** Promise.all, written out: each response goes to its own place, and the last one to come resolves. */
export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return new Promise((resolve, reject) => {
    const responses: ApiResponse[] = [];
    let missing = 3;
    [1, 2, 3].forEach((apiNum, place) => {
      fetchApi(apiNum).then((response) => {
        responses[place] = response;
        missing -= 1;
        if (missing === 0) resolve(responses);
      }, reject);
    });
  });
}
