// fails: time (sequential-await)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  return Promise.all([await fetchApi(1), await fetchApi(2), await fetchApi(3)]);
}
