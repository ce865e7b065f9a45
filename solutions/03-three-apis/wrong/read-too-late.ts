// fails: time (read-too-late); also: order

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return new Promise((resolve, reject) => {
    const responses: ApiResponse[] = [];
    let open = 3;
    // biome-ignore lint/suspicious/noVar: it is the same for all rounds
    for (var i = 1; i <= 3; i++) {
      fetchApi(i).then((response) => {
        responses[i - 1] = response;
        open--;
        if (open === 0) resolve(responses);
      }, reject);
    }
  });
}
