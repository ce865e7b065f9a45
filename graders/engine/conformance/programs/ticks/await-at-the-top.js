console.log("before");
const value = await new Promise((resolve) => setTimeout(resolve, 3, "waited"));
console.log(value);

export {};
