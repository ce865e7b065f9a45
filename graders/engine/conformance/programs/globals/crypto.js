const bytes = crypto.getRandomValues(new Uint8Array(4));
console.log(bytes.length, /^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(crypto.randomUUID()));
for (const value of [new Float64Array(1), 5]) {
  try {
    crypto.getRandomValues(value);
  } catch (error) {
    console.log(error.name);
  }
}
