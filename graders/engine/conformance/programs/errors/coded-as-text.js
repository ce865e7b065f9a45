try {
  setTimeout("tick", 5);
} catch (error) {
  console.log(String(error), error.name, error.code, Object.keys(error), Object.hasOwn(error, "toString"));
  console.log(error.stack.split("\n")[0], error instanceof TypeError, error.constructor === TypeError);
}
