// fails: time (for-each-async); also: order, failure, falsy, floating, apart

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  [1, 2, 3].forEach(async (api) => {
    responses.push(await fetchApi(api));
  });
  return responses;
}
