class Checked extends Error {
  constructor(message) {
    super(message);
    Error.captureStackTrace(this, Checked);
  }
}
const error = new Checked("x");
console.log(error.stack.split("\n")[0], error.stack.includes("new Checked"));
const object = {};
Error.captureStackTrace(object);
console.log(typeof object.stack);
