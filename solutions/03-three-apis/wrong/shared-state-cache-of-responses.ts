// fails: apart (shared-state)

export type ApiResponse = { api: number; data: string };

const cache = new Map<number, ApiResponse>();

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Promise.all(
    [1, 2, 3].map(async (api) => {
      const response = cache.get(api) ?? (await fetchApi(api));
      cache.set(api, response);
      return response;
    }),
  );
}
