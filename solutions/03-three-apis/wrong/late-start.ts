// fails: time (late-start)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  return Promise.all(
    [1, 2, 3].map(async (api) => {
      await new Promise((resolve) => setTimeout(resolve, 100 * (api - 1)));
      return fetchApi(api);
    }),
  );
}
