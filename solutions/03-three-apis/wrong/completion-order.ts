// fails: order (completion-order)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  await Promise.all(
    [1, 2, 3].map(async (api) => {
      responses.push(await fetchApi(api));
    }),
  );
  return responses;
}
