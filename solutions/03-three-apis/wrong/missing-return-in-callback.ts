// fails: time (missing-return); also: order

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Promise.all(
    [1, 2, 3].map(async (api) => {
      await fetchApi(api);
    }),
  ) as unknown as Promise<ApiResponse[]>;
}
