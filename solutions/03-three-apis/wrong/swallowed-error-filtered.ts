// fails: failure (swallowed-error); also: falsy, floating

type Response = { api: number; data: string };

export async function fetchAllApis(fetchApi: (api: number) => Promise<Response>) {
  const reports = await Promise.allSettled([fetchApi(1), fetchApi(2), fetchApi(3)]);
  return reports.filter((report) => report.status === "fulfilled").map(({ value }) => value);
}
