// fails: time (sequential-await)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  for (const api of [1, 2, 3]) responses.push(await fetchApi(api));
  return responses;
}
