export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses = new Map<number, ApiResponse>();
  await Promise.all([3, 2, 1].map(async (api) => responses.set(api, await fetchApi(api))));
  return [1, 2, 3].map((api) => responses.get(api)!);
}
