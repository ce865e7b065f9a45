for (const act of [process.nextTick, queueMicrotask]) {
  try {
    act("text");
  } catch (error) {
    console.log(String(error));
  }
}
