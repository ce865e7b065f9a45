export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  for (const apiNum of [1, 2, 3]) {
    responses.push(await fetchApi(apiNum));
  }
  return responses;
}
