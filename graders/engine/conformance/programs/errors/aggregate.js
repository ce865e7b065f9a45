const error = new AggregateError([new Error("a"), 5], "all", { cause: 1 });
console.log(error.name, error.message, error.errors.length, error.cause, Object.keys(error));
