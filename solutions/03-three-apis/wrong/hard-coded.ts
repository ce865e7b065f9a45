// fails: order (hard-coded)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  await Promise.all([1, 2, 3].map(fetchApi));
  return [1, 2, 3].map((api) => ({ api, data: `Data from API ${api}` }));
}
