const bytes = new TextEncoder().encode("é€😀");
console.log(bytes, new TextDecoder().decode(bytes), new TextEncoder().encodeInto("ab", new Uint8Array(1)));
const decoder = new TextDecoder("utf-16le", { fatal: true });
console.log(decoder.encoding, decoder.fatal, decoder.ignoreBOM);
for (const act of [
  () => new TextDecoder("none"),
  () => new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([255])),
  () => new TextDecoder().decode(5),
]) {
  try {
    act();
  } catch (error) {
    console.log(error.name, error.code);
  }
}
