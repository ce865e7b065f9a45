// What happens when: a picture's times in their order, each in words, for those who go through it by keys.
import { labelOf } from "./labels.ts";
import type { Chart, Lane, Mark, OutcomeLane, Timeline, Track } from "./layout.ts";

export interface PictureMoment {
  /** Virtual ms. */
  at: number;
  /** `fetchApi(1) begins`; each of another lane, or another event of it. */
  told: string[];
}

type Told = [at: number, words: string];

const LABEL = 60;
const MARKS: Record<Mark["look"], string> = {
  failed: "fails",
  aborted: "its signal aborts",
  instant: "begins and ends",
  open: "",
  made: "is set",
  fired: "fires",
  cleared: "is cleared",
  due: "is due",
  beat: "comes",
  given: "gets something",
  stray: "an error that nobody handled",
};

/** Not of what is drawn only to compare with. Where there are several runs, each is named. */
export function momentsOf({ charts }: Timeline): PictureMoment[] {
  const own = charts.filter(({ ghost }) => !ghost);
  const told = own.flatMap((chart) =>
    toldOf(chart).map(([at, words]): Told => [at, own.length > 1 ? `${chart.title}: ${words}` : words]),
  );
  const byTime = Map.groupBy(told, ([at]) => at);
  return [...byTime]
    .map(([at, all]) => ({ at, told: [...new Set(all.map(([, words]) => words))] }))
    .sort((a, b) => a.at - b.at);
}

function toldOf({ lanes, tasks = [], tracks, outcomes }: Chart): Told[] {
  return [...lanes, ...tasks, ...tracks, ...outcomes].flatMap((lane) => {
    if (lane.kind === "gap") return [];
    if (lane.kind === "call") return ofCall(lane);
    return lane.kind === "track" ? ofTrack(lane) : ofOutcome(lane);
  });
}

function ofCall(lane: Lane): Told[] {
  const { start, end, marks } = lane;
  const label = labelOf(lane, LABEL);
  if (end === start && marks.every(({ look }) => look === "instant"))
    return [[start, `${label} begins and ends`]];
  const fails = marks.some(({ look }) => look === "failed");
  return [
    [start, `${label} begins`],
    ...marks.filter(({ look }) => look !== "open" && look !== "instant").map((mark) => ofMark(label, mark)),
    ...(end === undefined || fails ? [] : [[end, `${label} ends`] satisfies Told]),
  ];
}

function ofTrack(track: Track): Told[] {
  const label = labelOf(track, LABEL);
  const stretches = track.spans.flatMap(({ from, to, look }): Told[] => {
    if (look === "loop")
      return [
        [from, `${label} is blocked`],
        [to, `${label} is free again`],
      ];
    return look === "task"
      ? [
          [from, `${label} begins`],
          [to, `${label} ends`],
        ]
      : [];
  });
  return [
    ...stretches,
    ...track.marks.filter(({ look }) => look !== "open").map((mark) => ofMark(label, mark)),
  ];
}

function ofMark(label: string, { at, look, text }: Mark): Told {
  return [at, text === "" ? `${label} ${MARKS[look]}` : `${label}: ${text}`];
}

function ofOutcome({ label, at, text }: OutcomeLane): Told[] {
  return at === undefined ? [] : [[at, `${label}: ${text}`]];
}
