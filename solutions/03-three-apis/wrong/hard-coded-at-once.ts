// fails: time (hard-coded); also: order, failure, falsy, floating

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  return [1, 2, 3].map((api) => ({ api, data: `Data from API ${api}` }));
}
