// fails: time (repeated-call)

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  await Promise.all([1, 2, 3].map(fetchApi));
  return Promise.all([1, 2, 3].map(fetchApi));
}
