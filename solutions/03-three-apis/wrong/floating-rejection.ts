// fails: failure (floating-rejection); also: falsy, floating

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const [first, second, third] = [fetchApi(1), fetchApi(2), fetchApi(3)];
  return [await first, await second, await third];
}
