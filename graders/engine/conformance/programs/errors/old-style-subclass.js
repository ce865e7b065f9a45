function NotFound(message) {
  this.message = message;
  this.stack = new Error(message).stack;
}
NotFound.prototype = Object.create(Error.prototype);
NotFound.prototype.constructor = NotFound;
NotFound.prototype.name = "NotFound";
const error = new NotFound("nothing");
console.log(String(error), error instanceof Error, error.constructor.name, typeof error.stack);
