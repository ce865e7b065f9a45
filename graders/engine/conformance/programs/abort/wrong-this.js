const getter = Object.getOwnPropertyDescriptor(AbortSignal.prototype, "aborted").get;
for (const self of [{}, undefined, new EventTarget()]) {
  try {
    getter.call(self);
  } catch (error) {
    console.log(String(error));
  }
}
