// fails: floating (late-rejection); also: failure

export type ApiResponse = { api: number; data: string };

export async function fetchAllApis(
  fetchApi: (apiNum: number) => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const failures: unknown[] = [];
  const responses = await Promise.all(
    [1, 2, 3].map((api) =>
      fetchApi(api).catch((error) => {
        failures.push(error);
        return { api, data: "" };
      }),
    ),
  );
  if (failures.length > 0) throw failures.at(-1);
  return responses;
}
