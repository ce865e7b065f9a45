const held = {};
console.log(new WeakRef(held).deref() === held, new FinalizationRegistry(() => {}).unregister({}));
const registry = new FinalizationRegistry(() => {});
registry.register(held, "text", held);
console.log(registry.unregister(held), registry.unregister(held));
for (const act of [() => new WeakRef(5), () => new FinalizationRegistry(5), () => registry.register(1)]) {
  try {
    act();
  } catch (error) {
    console.log(error.name);
  }
}
