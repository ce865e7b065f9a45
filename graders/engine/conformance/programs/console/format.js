console.log("%s is %d years and %i, %f", "Ada", 36, 36.9, "1.5x", "more", { a: 1 });
console.log("%o %O %j %% %c styled", [1], { a: { b: { c: { d: 1 } } } }, { a: [1] }, "color: red");
console.log("%s %s %s %s", null, { a: { b: 1 } }, [1, [2]], Symbol("s"), "%s");
console.log("%d %d %i", "5", {}, "x", 100, "%");
console.log("100%", 5, "%x", "%s");
