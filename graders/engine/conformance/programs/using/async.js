class Held {
  async [Symbol.asyncDispose]() {
    await new Promise((resolve) => setTimeout(resolve, 2));
    console.log("released");
  }
}
{
  await using held = new Held();
  console.log("held", held.constructor.name);
}
console.log("after");
