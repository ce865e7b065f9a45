async function* numbers() {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log("closed");
  }
}
{
  await using source = numbers();
  console.log((await source.next()).value);
}
{
  await using never = numbers();
  console.log(typeof never[Symbol.asyncDispose]);
}
