{
  using timer = setTimeout(() => console.log("never"), 1);
  using beat = setInterval(() => console.log("never"), 1);
  using immediate = setImmediate(() => console.log("never"));
  console.log(typeof timer[Symbol.dispose], typeof beat.refresh, immediate.constructor.name);
}
