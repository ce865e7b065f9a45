for (const signals of [undefined, null, 5, {}, [{}], "text", [new AbortController()]]) {
  try {
    AbortSignal.any(signals);
    console.log("accepted");
  } catch (error) {
    console.log(error.name, error.code);
  }
}
console.log(AbortSignal.any(new Set([AbortSignal.abort(1)])).reason);
