const { signal } = new AbortController();
console.log(signal.onabort);
for (const value of [() => 1, {}, 5, "text", null]) {
  signal.onabort = value;
  console.log(typeof signal.onabort, signal.onabort === value);
}
