function Line() {}
Line.prototype = Object.create(Array.prototype);
Line.prototype.constructor = Line;
Line.prototype.next = function () {
  return this.shift();
};
const line = new Line();
line.push("a", "b");
console.log(
  line.length,
  line.next(),
  line.length,
  line.constructor === Line,
  line instanceof Array,
  Array.isArray(line),
);
console.log(Array.prototype.slice.call(line), Array.prototype.length);
