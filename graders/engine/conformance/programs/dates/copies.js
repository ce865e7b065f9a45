function copy(value) {
  if (value === null || typeof value !== "object") return value;
  if (value.constructor === Date) return new Date(+value);
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copy(held)]));
}
const made = copy({ at: new Date(5), list: [new Date(6)] });
console.log(made.at.getTime(), made.list[0] instanceof Date, JSON.stringify(made));
