// What Intl's segmenter gives has prototypes that no walk over properties finds, and takes ten ms to make for the first time:
// they are frozen when a program first asks for it.
const { apply, getPrototypeOf } = Reflect;

/** Call it before lockdown, and what it returns after that, before any program runs, with SES's `harden`. */
export function hardenSegmentsLate(): (harden: (value: object) => unknown) => void {
  const { prototype } = Intl.Segmenter;
  const { segment: make } = prototype;
  let pending: ((value: object) => unknown) | undefined;
  const { segment } = {
    segment(this: Intl.Segmenter, text: string): Intl.Segments {
      const segments: Intl.Segments = apply(make, this, [text]);
      pending?.([getPrototypeOf(segments), getPrototypeOf(segments[Symbol.iterator]())]);
      pending = undefined;
      return segments;
    },
  };
  Object.defineProperty(prototype, "segment", { value: segment, writable: true, configurable: true });
  return (harden) => {
    pending = harden;
  };
}
