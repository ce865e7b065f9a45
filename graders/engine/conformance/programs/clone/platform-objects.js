for (const make of [
  () => new URL("https://a.b/"),
  () => new URLSearchParams("a=b"),
  () => new MessageChannel().port1,
]) {
  try {
    structuredClone({ held: make() });
  } catch (error) {
    console.log(error.name, error.message);
  }
}
console.log(structuredClone([new Event("x"), new EventTarget(), new AbortController(), new TextEncoder()]));
