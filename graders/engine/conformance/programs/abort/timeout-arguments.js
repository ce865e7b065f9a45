for (const delay of [-1, 1.5, "5", 2 ** 32, undefined, Number.NaN]) {
  try {
    AbortSignal.timeout(delay);
    console.log("accepted");
  } catch (error) {
    console.log(String(error));
  }
}
