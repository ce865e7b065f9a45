const value = {
  get computed() {
    return 5;
  },
  [Symbol("s")]: 1,
};
Object.defineProperty(value, "hidden", { value: 1 });
console.log(structuredClone(value));
const list = [1, , 3];
list.extra = "kept";
console.log(structuredClone(list), structuredClone(Object("boxed")), structuredClone(Object(5n)));
