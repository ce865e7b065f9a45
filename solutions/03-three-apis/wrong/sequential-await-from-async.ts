// fails: time (sequential-await)

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Array.fromAsync([1, 2, 3], fetchApi);
}
