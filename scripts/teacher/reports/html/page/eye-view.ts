// What needs the teacher's eye: what was not taken, or on a guess, and what to do about it.

import { bdi, el, prose } from "../../../../lib/page/dom.ts";
import { type ClassData, nameOf } from "./data.ts";
import { fragmentOf } from "./route.ts";
import { type View, viewOf } from "./view.ts";

export function eyeView({ remarks, byId, moved }: ClassData): View {
  const heading = el("h1", {}, "Needs your eye");
  const items = remarks.map(({ id, exercise, text }) => {
    const student = id === undefined ? undefined : byId.get(id);
    const href = student && fragmentOf({ view: "student", id: student.id, ...(exercise && { exercise }) });
    const who = student ? el("a", { href }, bdi(nameOf(student))) : id === undefined ? "The class" : bdi(id);
    return el("li", {}, el("b", {}, who), exercise && ` · ${exercise}`, el("p", {}, ...prose(text)));
  });
  const about =
    remarks.length > 0
      ? "What could not be taken, or was taken on a guess. Nothing here was called “not handed in”."
      : "Nothing: all that was handed in was taken as it should be called.";
  const element = el(
    "section",
    { class: "eye" },
    heading,
    el("p", { class: "muted" }, about),
    el("ul", { class: "remarks" }, ...items),
    moved.length > 0 && el("h2", {}, "What this grading moved"),
    ...moved.map((line) => el("p", {}, line)),
  );
  return viewOf("Needs your eye", heading, element);
}
