// Started by hand, then awaited together.

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const first = fetchApi(1);
  const second = fetchApi(2);
  const third = fetchApi(3);
  return await Promise.all([first, second, third]);
}
