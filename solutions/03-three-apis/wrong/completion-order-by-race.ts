// fails: order (completion-order)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const waiting = new Map(
    [1, 2, 3].map((api) => [api, fetchApi(api).then((response) => ({ api, response }))]),
  );
  const responses: ApiResponse[] = [];
  while (waiting.size > 0) {
    const { api, response } = await Promise.race(waiting.values());
    waiting.delete(api);
    responses.push(response);
  }
  return responses;
}
