class TimeoutError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = "TimeoutError";
  }
}
class Coded extends TypeError {
  name = "Coded";
  code = 5;
}
const errors = [new TimeoutError("late", { cause: "why" }), new Coded("x")];
for (const error of errors)
  console.log(String(error), error instanceof Error, error.cause, Object.keys(error).join());
