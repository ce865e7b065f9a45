// fails: failure (floating-rejection); also: falsy, floating, apart

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const started = [1, 2, 3].map(fetchApi);
  for (const response of started) response.then(({ api }) => console.log(`API ${api} answered`));
  return Promise.all(started);
}
