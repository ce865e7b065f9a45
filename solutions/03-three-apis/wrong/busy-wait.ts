// fails: order (busy-wait); also: failure

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  let failure: { reason: unknown } | undefined;
  for (const api of [1, 2, 3]) {
    fetchApi(api).then(
      (response) => {
        responses[api - 1] = response;
      },
      (reason) => {
        failure ??= { reason };
      },
    );
  }
  while (Object.keys(responses).length < 3 && !failure)
    await new Promise((resolve) => setTimeout(resolve, 50));
  if (failure) throw failure.reason;
  return responses;
}
