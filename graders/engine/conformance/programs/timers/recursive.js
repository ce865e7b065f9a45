let rest = 3;
(function again() {
  console.log(rest);
  if (--rest > 0) setTimeout(again, 2);
})();
