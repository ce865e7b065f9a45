const url = new URL("/a/../b?q=1&q=2#h", "https://user:pw@example.org:8080");
console.log(
  url.href,
  url.origin,
  url.host,
  url.pathname,
  url.search,
  url.hash,
  url.username,
  `${url}`,
  JSON.stringify({ url }),
);
url.searchParams.append("r", "x y");
url.port = "443";
console.log(url.href, URL.canParse("no url"), URL.parse("no url"), url.searchParams === url.searchParams);
for (const act of [
  () => new URL("no url"),
  () => new URL(),
  () => {
    url.href = "no url";
  },
]) {
  try {
    act();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
