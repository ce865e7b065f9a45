// fails: apart (shared-state); also: falsy, floating

export type ApiResponse = { api: number; data: string };

let known: Promise<ApiResponse[]> | undefined;

export function fetchAllApis(fetchApi: (apiNum: number) => Promise<ApiResponse>): Promise<ApiResponse[]> {
  known ??= Promise.all([1, 2, 3].map(fetchApi));
  return known;
}
