// fails: apart (shared-state)

export type ApiResponse = { api: number; data: string };

const responses: ApiResponse[] = [];

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  responses.length = 0;
  await Promise.all(
    [1, 2, 3].map(async (api) => {
      responses[api - 1] = await fetchApi(api);
    }),
  );
  return [...responses];
}
