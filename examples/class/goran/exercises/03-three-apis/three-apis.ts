export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  return Promise.all([1, 2, 3].map((apiNum) => fetchApi(apiNum));
}
