export type ApiResponse = { api: number; data: string };

// Spins until the responses are there. But while it spins nothing else can run, so they never come.
export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  for (const apiNum of [1, 2, 3]) {
    fetchApi(apiNum).then((response) => {
      responses[apiNum - 1] = response;
    });
  }
  for (;;) {
    if (responses.length === 3) return responses;
  }
}
