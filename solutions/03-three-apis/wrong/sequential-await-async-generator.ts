// fails: time (sequential-await)

export type ApiResponse = { api: number; data: string };

async function* each(fetchApi: (apiNum: number) => Promise<ApiResponse>) {
  for (const api of [1, 2, 3]) yield await fetchApi(api);
}

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses = [];
  for await (const response of each(fetchApi)) responses.push(response);
  return responses;
}
