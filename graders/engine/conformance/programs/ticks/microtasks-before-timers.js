setTimeout(() => console.log("timer"), 0);
let rest = 100;
(function again() {
  if (--rest > 0) queueMicrotask(again);
  else console.log("all microtasks");
})();
