const value = {
  list: [1, { a: 2 }],
  map: new Map([["k", new Set([1])]]),
  date: new Date(5),
  text: /a+/gi,
  none: undefined,
};
value.self = value;
const copy = structuredClone(value);
console.log(copy, copy !== value, copy.self === copy, copy.list[1] !== value.list[1], copy.text.flags);
