// fails: failure (floating-rejection); also: falsy, floating

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  for await (const response of [fetchApi(1), fetchApi(2), fetchApi(3)]) responses.push(response);
  return responses;
}
