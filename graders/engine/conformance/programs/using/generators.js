function* numbers() {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log("closed");
  }
}
{
  using source = numbers();
  console.log(source.next().value);
}
{
  using iterator = [1, 2].values();
  console.log(iterator.next().value);
}
