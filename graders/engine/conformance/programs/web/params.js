const params = new URLSearchParams("a=1&b=2&a=3");
console.log(
  params.get("a"),
  params.getAll("a"),
  params.has("a", "3"),
  params.has("c"),
  params.size,
  params.get("c"),
);
params.append("c", 4);
params.set("a", "5");
params.delete("b");
params.sort();
console.log(`${params}`, [...params], [...params.keys()], [...params.values()]);
params.forEach((value, name, self) => console.log(name, value, self === params));
