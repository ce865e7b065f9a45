const date = new Date(2020, 1, 3, 4, 5, 6, 7);
console.log(
  date.constructor === Date,
  date instanceof Date,
  Object.getPrototypeOf(date) === Date.prototype,
  Date.length,
  Date.name,
);
console.log(
  typeof Date(),
  typeof Date.now(),
  new Date(date).getTime() === +date,
  new Date(undefined).getTime(),
);
