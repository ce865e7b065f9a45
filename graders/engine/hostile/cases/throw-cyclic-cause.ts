// tries: to throw an error that is its own cause; must: failed
export async function fetchAllApis() {
  throw (() => { const error = new AggregateError([], 'x'); error.cause = error; error.errors.push(error); return error; })();
}
