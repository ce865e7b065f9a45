// fails: time (partly-concurrent)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const first = await fetchApi(1);
  const others = await Promise.all([fetchApi(2), fetchApi(3)]);
  return [first, ...others];
}
