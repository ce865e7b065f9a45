// fails: time (reversed-order); also: order

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  return (await Promise.all([fetchApi(1), fetchApi(2), fetchApi(3)])).reverse();
}
