// fails: failure (late-rejection); also: floating

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const started = [1, 2, 3].map(fetchApi);
  for (const response of started) response.catch(() => {});
  const responses: ApiResponse[] = [];
  for (const response of started) responses.push(await response);
  return responses;
}
