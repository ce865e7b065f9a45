// tries: to run the clock from inside a callback, again and again; must: failed
export async function fetchAllApis(fetchApi) {
  let depth = 0;
  const again = () => {
    if (++depth > 200) return;
    const timer = setTimeout(again, 0);
    timer.refresh().ref().unref().refresh();
    timer[Symbol.dispose]?.();
    setImmediate(again);
    queueMicrotask(() => clearTimeout(timer));
  };
  again();
  return fetchApi(1);
}
