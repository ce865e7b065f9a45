// fails: time (forgotten-await); also: order, failure, falsy, floating, apart

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: unknown[] = [1, 2, 3].map((api) => fetchApi(api));
  return responses as ApiResponse[];
}
