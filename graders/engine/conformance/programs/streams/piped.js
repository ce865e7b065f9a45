const upper = new TransformStream({
  transform(chunk, controller) {
    controller.enqueue(chunk.toUpperCase());
  },
});
const written = [];
const sink = new WritableStream({
  async write(chunk) {
    await null;
    written.push(chunk);
  },
  close: () => written.push("closed"),
});
await ReadableStream.from(["a", "b"]).pipeThrough(upper).pipeTo(sink);
console.log(written.join());
