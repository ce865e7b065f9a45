// The timeline's lanes of what happened at single moments: aborts of the world's signals, what came out, what went unhandled.

import { isUndefined } from "../trace/plain.ts";
import type { Note, Stray, Trace } from "../trace/trace.ts";
import type { Axis, Mark, Track } from "./layout.ts";
import { sameValue } from "./same.ts";
import { fromDifference, type Tell } from "./values.ts";
import { ms, safe } from "./words.ts";

/** Moments marked in one lane, and how many of them are told whatever room there is. */
const [MAX_MARKS, FEW] = [40, 4];
const LONGEST = 2000;

/** The lanes of `trace`; one that only `other` has is there as well, and says that nothing came. */
export function eventTracks(trace: Trace, other: Trace | undefined, axis: Axis, tell: Tell): Track[] {
  const names = [trace, ...(other ? [other] : [])].flatMap(({ notes }) =>
    notes.filter(({ given }) => given).map(({ name }) => name),
  );
  const given = (from: Trace | undefined, name: string) =>
    from?.notes.filter((note) => note.name === name) ?? [];
  const tracks = [
    ...[...Map.groupBy(trace.aborts ?? [], ({ name }) => name)].map(([name, aborts]) =>
      track(
        name,
        aborts.flatMap(({ at }) => within(axis, { at, look: "aborted", text: `aborted at ${ms(at)}` })),
      ),
    ),
    ...[...new Set(names)]
      .sort()
      .map((name) => givenTrack(name, given(trace, name), given(other, name), axis, tell)),
    ...strays("unhandled", trace.floating, axis, tell),
    ...strays("thrown", trace.uncaught ? [trace.uncaught] : [], axis, tell),
  ];
  // What came after the axis's end is not to be seen.
  return tracks.filter(({ marks, text }) => marks.length > 0 || text !== "");
}

function track(label: string, marks: Mark[], text = ""): Track {
  return { kind: "track", label: safe(label, 60), count: 1, spans: [], marks, text };
}

function within({ from, to }: Axis, mark: Mark): Mark[] {
  return mark.at >= from && mark.at <= to ? [mark] : [];
}

/** What came out in one ms has one mark. Of many, the first that is not as it should be is told whatever room there is. */
function givenTrack(name: string, notes: Note[], others: Note[], axis: Axis, tell: Tell): Track {
  const label = name === "loop" ? "the loop got" : name;
  if (notes.length === 0) return track(label, [], "nothing");
  const odd = notes.findIndex((note, index) => {
    const other = others[index];
    return !other || other.at !== note.at || !sameValue(other.value, note.value);
  });
  const moments = [...Map.groupBy(notes, ({ at }) => at)];
  const marks = moments.slice(0, MAX_MARKS).flatMap(([at, all]) => {
    const texts = all.map((note) => {
      const other = others[notes.indexOf(note)];
      const text = isUndefined(note.value) ? "" : tell(note.value, LONGEST);
      return fromDifference(text, other ? tell(other.value, LONGEST) : text, all.length > 1 ? 24 : 48);
    });
    const told = moments.length <= FEW || all.includes(notes[Math.max(0, odd)]!);
    return within(axis, {
      at,
      look: "given",
      text: texts.filter(Boolean).join(", ") || (all.length > 1 ? `${all.length} times` : ""),
      ...(!told && { spare: true }),
    });
  });
  return track(label, marks);
}

function strays(label: string, all: Stray[], axis: Axis, tell: Tell): Track[] {
  if (all.length === 0) return [];
  const marks = all
    .slice(0, MAX_MARKS)
    .flatMap(({ at, reason }, index) =>
      within(axis, { at, look: "stray", text: tell(reason, 60), ...(index > 2 && { spare: true }) }),
    );
  return [track(label, marks)];
}
