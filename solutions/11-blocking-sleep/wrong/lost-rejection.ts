// fails: failure (lost-rejection)

export function waitUntilReady(
  check: () => Promise<boolean>,
  _blockingSleep: (ms: number) => void,
  intervalMs: number,
): Promise<number> {
  return new Promise((resolve) => {
    let checks = 0;
    const again = () => {
      checks += 1;
      check().then(
        (ready) => (ready ? resolve(checks) : setTimeout(again, intervalMs)),
        (error) => console.error(error),
      );
    };
    again();
  });
}
