const work = async () => {
  await null;
  return aborted;
};
await work().catch((error) => console.log(error.name, error.message));
await Promise.allSettled([work()]).then(([{ status, reason }]) => console.log(status, reason.message));
class Lazy {
  static value = typeof missing;
  get it() {
    return missing;
  }
}
try {
  new Lazy().it;
} catch (error) {
  console.log(Lazy.value, error.message);
}
