console.log(
  "ISTANBUL".toLocaleLowerCase("tr"),
  "straße".toLocaleUpperCase("de"),
  "e\u0301".normalize("NFC").length,
);
console.log([...new Intl.Segmenter("en", { granularity: "word" }).segment("two words")].length);
