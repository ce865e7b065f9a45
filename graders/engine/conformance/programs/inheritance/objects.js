const object = {};
object.toString = () => "mine";
object.hasOwnProperty = () => "always";
object.constructor = "none";
object.valueOf = () => 5;
console.log(`${object}`, object.hasOwnProperty(), object.constructor, object + 1, Object.keys(object).join());
