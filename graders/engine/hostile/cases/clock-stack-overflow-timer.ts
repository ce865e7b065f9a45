// tries: to set a timer with so little stack left that it is not written down; must: failed or crashed or time-limit
// exercise: 06-abortable-sleep
export function sleep(ms) {
  return new Promise((resolve) => {
    let tries = 2000;
    const dive = () => {
      try { dive(); } catch (error) {
        if (tries-- > 0) { try { setTimeout(resolve, ms); } catch {} }
        throw error;
      }
    };
    try { dive(); } catch {}
  });
}
