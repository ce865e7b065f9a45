// fails: time (partly-concurrent)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  const waiting = [1, 2, 3];
  const worker = async () => {
    for (let api = waiting.shift(); api; api = waiting.shift()) responses[api - 1] = await fetchApi(api);
  };
  await Promise.all([worker(), worker()]);
  return responses;
}
