// fails: time (read-too-late); also: order, failure, falsy, floating

export type ApiResponse = { api: number; data: string };

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  const calls: (() => Promise<ApiResponse>)[] = [];
  // biome-ignore lint/suspicious/noVar: it is the same for all rounds
  for (var api = 1; api <= 3; api++) calls.push(() => fetchApi(api));
  return Promise.all(calls.map((call) => call()));
}
