// fails: apart (shared-state)

export type ApiResponse = { api: number; data: string };

let failed = false;

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return new Promise((resolve, reject) => {
    const responses: ApiResponse[] = [];
    let left = 3;
    const fail = (reason: unknown) => {
      if (!failed) reject(reason);
      failed = true;
    };
    for (const api of [1, 2, 3]) {
      fetchApi(api).then((response) => {
        responses[api - 1] = response;
        left -= 1;
        if (left === 0) resolve(responses);
      }, fail);
    }
  });
}
