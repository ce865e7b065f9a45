// fails: time (leaves-before-tasks-end); also: order, failure, falsy, floating, apart

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  for (const api of [1, 2, 3]) {
    fetchApi(api).then((response) => {
      responses[api - 1] = response;
    });
  }
  return responses;
}
