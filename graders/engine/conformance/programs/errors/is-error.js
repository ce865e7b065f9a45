console.log(
  Error.isError(new TypeError()),
  Error.isError({ message: "no" }),
  Error.isError(new DOMException()),
);
