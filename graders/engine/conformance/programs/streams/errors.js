const stream = new ReadableStream({
  pull(controller) {
    controller.error(new Error("broken"));
  },
});
try {
  for await (const _ of stream);
} catch (error) {
  console.log(error.message);
}
try {
  structuredClone(stream);
} catch (error) {
  console.log(error.name);
}
