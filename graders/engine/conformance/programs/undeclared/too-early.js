try {
  console.log(early);
} catch (error) {
  console.log(error.name, error.message);
}
const early = 1;
console.log(early, typeof hoisted, hoisted());
function hoisted() {
  return "hoisted";
}
try {
  typeof late;
} catch (error) {
  console.log(error.message);
}
const late = 1;
