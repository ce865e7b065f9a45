// fails: time (sequential-await)

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return [1, 2, 3].reduce<Promise<ApiResponse[]>>(
    async (before, api) => [...(await before), await fetchApi(api)],
    Promise.resolve([]),
  );
}
