// fails: failure (swallowed-error); also: falsy, floating

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const results = await Promise.allSettled([1, 2, 3].map(fetchApi));
  return results.filter((result) => result.status === "fulfilled").map((result) => result.value);
}
