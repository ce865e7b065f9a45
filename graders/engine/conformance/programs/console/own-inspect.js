const custom = Symbol.for("nodejs.util.inspect.custom");
class Money {
  [custom](depth, options, inspect) {
    return `EUR ${depth} ${typeof options.stylize} ${inspect({ a: 1 })}`;
  }
}
console.log(new Money(), [new Money()], { price: new Money() }, new Map([["m", new Money()]]));
console.log({ [custom]: () => ({ replaced: true }) }, { nested: { [custom]: () => "two\nlines" } });
