// tries: to be equal to anything as a test runner's matcher; must: failed
export async function fetchAllApis(fetchApi) {
  await Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  return {
    $$typeof: Symbol.for("jest.asymmetricMatcher"),
    asymmetricMatch: () => true,
    [Symbol.for("vitest:asymmetricMatcher")]: true,
    [Symbol.for("nodejs.util.inspect.custom")]: () => "[1, 2, 3]",
    [Symbol.for("nodejs.util.promisify.custom")]: () => true,
  };
}
