class Cache extends Map {
  get(key) {
    return super.get(key) ?? "none";
  }
}
const cache = new Cache([["a", 1]]);
cache.set = () => "mine";
console.log(cache.get("a"), cache.get("b"), cache.set(), cache.size);
for (const Base of [Map, Set, WeakMap, WeakSet]) {
  function Old() {}
  Old.prototype = Object.create(Base.prototype);
  Old.prototype.constructor = Old;
  Old.prototype.has = () => "always";
  console.log(Base.name, new Old().has(), new Old() instanceof Base, new Old().constructor.name);
}
