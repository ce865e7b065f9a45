const error = new DOMException("m", "AbortError");
console.log(
  String(error),
  error.code,
  error instanceof Error,
  Object.keys(error).length,
  DOMException.ABORT_ERR,
  error.ABORT_ERR,
);
console.log(
  new DOMException().name,
  new DOMException("x", { name: "TimeoutError", cause: 5 }).cause,
  new DOMException("x", "Mine").code,
);
console.log(error.stack.split("\n")[0], Object.prototype.toString.call(error), error.constructor.name);
class Aborted extends DOMException {}
console.log(new Aborted("y", "DataError").name, new Aborted() instanceof DOMException);
