const object = {
  get a() {
    return 1;
  },
  set a(value) {},
  get b() {
    return 2;
  },
  set c(value) {},
  [Symbol("s")]: 1,
  "two words": 2,
  3: 3,
};
console.log(
  object,
  Object.assign(() => {}, { extra: 1 }),
  Object.assign([1, 2], { extra: 1 }),
);
