function Stamp(...args) {
  const made = Reflect.construct(Date, args, new.target);
  made.kind = "stamp";
  return made;
}
Stamp.prototype = Object.create(Date.prototype);
Stamp.prototype.constructor = Stamp;
Object.setPrototypeOf(Stamp, Date);
const stamp = new Stamp(0);
console.log(stamp.toISOString(), stamp.kind, stamp.constructor.name, stamp instanceof Date);
