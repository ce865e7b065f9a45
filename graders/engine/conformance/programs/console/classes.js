class Point {
  x = 1;
  #hidden = 2;
  get sum() {
    return this.x + this.#hidden;
  }
  static origin = 0;
}
class Point3 extends Point {
  z = 3;
}
console.log(new Point(), new Point3(), Point3, Object.create(null), Object.create(Point.prototype), {
  __proto__: { a: 1 },
  b: 2,
});
