// fails: time (wrong-format); also: order

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  return [await Promise.all([1, 2, 3].map(fetchApi))] as unknown as ApiResponse[];
}
