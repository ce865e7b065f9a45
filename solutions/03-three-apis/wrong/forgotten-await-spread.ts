// fails: time (forgotten-await); also: order, failure, falsy, floating, apart

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  return [fetchApi(1), fetchApi(2), await fetchApi(3)] as ApiResponse[];
}
