// fails: time (forgotten-await); also: order, failure, falsy, floating, apart

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: any[] = [fetchApi(1), fetchApi(2), fetchApi(3)];
  return responses.map((response, index) => ({ api: index + 1, data: response.data }));
}
