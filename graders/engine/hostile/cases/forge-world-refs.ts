// tries: to pass for an error of the world's by its name; must: failed
export async function fetchAllApis(fetchApi) {
  try {
    return await Promise.all([1, 2, 3].map((api) => fetchApi(api)));
  } catch (error) {
    throw Object.assign(new Error(error?.message, { cause: error }), { ref: "down", t: "error", name: error?.name });
  }
}
