/(\d+) (ms)/.exec("took 25 ms today");
console.log(RegExp.$1, RegExp.$2, RegExp.lastMatch, RegExp["$'"], RegExp.$9 === "");
"abc".replace(/b/, "");
console.log(RegExp.lastMatch, RegExp.leftContext, RegExp.input);
