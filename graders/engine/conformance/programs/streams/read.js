const stream = new ReadableStream({
  start(controller) {
    controller.enqueue("a");
    controller.enqueue("b");
    controller.close();
  },
});
for await (const chunk of stream) console.log(chunk);
console.log(stream.locked, stream);
