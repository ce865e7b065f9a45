console.log(new URL("https://a.b/c?d=1"), new URLSearchParams("a=1&b=2"), new URLSearchParams());
console.log({ url: new URL("https://a.b/") }, [new URLSearchParams("a=1")]);
