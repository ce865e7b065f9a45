// fails: failure (floating-rejection); also: falsy, floating

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  return Array.fromAsync([fetchApi(1), fetchApi(2), fetchApi(3)]);
}
