// fails: failure (repeated-call); also: floating

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Promise.all([1, 2, 3].map((api) => fetchApi(api).catch(() => fetchApi(api))));
}
