// fails: time (missing-return); also: order, failure, falsy, floating, apart

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  Promise.all([fetchApi(1), fetchApi(2), fetchApi(3)]);
  return undefined as unknown as ApiResponse[];
}
