// fails: time (forgotten-await)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: unknown[] = [1, 2, 3].map((api) => fetchApi(api));
  return responses as ApiResponse[];
}
