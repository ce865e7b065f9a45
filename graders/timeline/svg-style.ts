// The colours and fonts of the timeline's SVG, in light and dark.

const LIGHT: Record<string, string> = {
  paper: "fill:#ffffff",
  ink: "fill:#1f2328",
  muted: "fill:#59636e",
  grid: "stroke:#d1d9e0",
  async: "fill:#2f6fde",
  "ghost .async": "fill:#9dbcf0;opacity:1",
  loop: "stroke:#c2410c",
  thread: "fill:#8250df",
  task: "fill:#2c8a4b",
  aborted: "fill:#b7791f",
  unwatched: "stroke:#818b98",
  timer: "stroke:#0e7490",
  ring: "fill:none;stroke:#0e7490",
  tick: "fill:#0e7490",
  left: "stroke:#9a6700",
  beat: "fill:#bf3989",
  sign: "fill:none;stroke:#ffffff",
  good: "fill:#1a7f37;stroke:#1a7f37",
  bad: "fill:#cf222e;stroke:#cf222e",
  stop: "fill:none;stroke:#9a6700",
  waiting: "fill:#818b98",
};

const DARK: Record<string, string> = {
  paper: "fill:#0d1117",
  ink: "fill:#e6edf3",
  muted: "fill:#9198a1",
  grid: "stroke:#3d444d",
  async: "fill:#4493f8",
  "ghost .async": "fill:#274b80;opacity:1",
  loop: "stroke:#f0883e",
  thread: "fill:#ab7df8",
  task: "fill:#46a35e",
  aborted: "fill:#d29922",
  unwatched: "stroke:#848d97",
  timer: "stroke:#39c5cf",
  ring: "fill:none;stroke:#39c5cf",
  tick: "fill:#39c5cf",
  left: "stroke:#e3b341",
  beat: "fill:#f778ba",
  sign: "fill:none;stroke:#0d1117",
  good: "fill:#3fb950;stroke:#3fb950",
  bad: "fill:#f85149;stroke:#f85149",
  stop: "fill:none;stroke:#e3b341",
  waiting: "fill:#848d97",
};

const BASE = [
  ".dojo-timeline{max-width:100%;height:auto}",
  '.dojo-timeline text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}',
  ".dojo-timeline .title{font-weight:bold}",
  ".dojo-timeline text.good,.dojo-timeline text.bad{stroke:none}",
  ".dojo-timeline .ghost .shape{opacity:.6}",
].join("");

// Rules rather than custom properties, which many viewers of SVG do not know; under a class of their own, since inside
// a page they would hold for all of it.
/** The style sheet of a picture that stands alone: its theme is the system's. */
export const STYLE = `${BASE}${rules(LIGHT)}@media (prefers-color-scheme:dark){${rules(DARK)}}`;

/** The same for a page whose readers choose its theme: it is the page's `color-scheme`. */
export const PAGE_STYLE =
  BASE +
  rules(Object.fromEntries(Object.keys(LIGHT).map((name) => [name, inBoth(LIGHT[name]!, DARK[name]!)])));

function rules(colours: Record<string, string>): string {
  return Object.entries(colours)
    .map(([name, style]) => `.dojo-timeline .${name}{${style}}`)
    .join("");
}

/** `fill:light-dark(#fff,#000)` of `fill:#fff` and `fill:#000`; what is the same in both stays. */
function inBoth(light: string, dark: string): string {
  const others = dark.split(";");
  const both = light.split(";").map((one, index) => {
    const [property, value] = one.split(":");
    const other = others[index]!.split(":")[1];
    return value === other ? one : `${property}:light-dark(${value},${other})`;
  });
  return both.join(";");
}
