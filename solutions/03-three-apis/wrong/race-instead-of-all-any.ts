// fails: time (race-instead-of-all); also: order, failure, falsy, floating

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  return [await Promise.any([1, 2, 3].map(fetchApi))];
}
