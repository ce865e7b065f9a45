// fails: time (wrong-format); also: order

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses = await Promise.all([1, 2, 3].map(fetchApi));
  return responses.map(({ data }) => data) as unknown as ApiResponse[];
}
