// Where in the page one is: all of it stands in the address's fragment, so back, forward and bookmarks work.
// `#student=ada`, `#student=ada&exercise=03-three-apis`, `#view=checks`, `#q=ada&belt=white&sort=-total`

export type Route =
  | { view: "class"; query: ClassQuery }
  | { view: "student"; id: string; exercise?: string }
  | { view: "checks" }
  | { view: "roster" }
  | { view: "eye" }
  | { view: "misconceptions"; id?: string };

/** Which students are shown and in which order. */
export interface ClassQuery {
  /** Searched in names, ids and addresses. */
  q?: string;
  section?: string;
  /** Only these columns. */
  belt?: string;
  /** An outcome that some exercise or check has; `passed`: of all exercises. */
  outcome?: string;
  misconception?: string;
  /** `03-three-apis.2`: the check, from 0, that was graded and did not pass. */
  failed?: string;
  error?: "1";
  late?: "1";
  /** `name`, `section`, `total` or an exercise's id; with `-` before it the largest first. Default `name`. */
  sort?: string;
}

const QUERY = [
  "q",
  "section",
  "belt",
  "outcome",
  "misconception",
  "failed",
  "error",
  "late",
  "sort",
] as const;

/** What a fragment, with its `#`, means; whatever is unknown in it is left out. */
export function parseRoute(fragment: string): Route {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const student = given.get("student");
  const exercise = given.get("exercise");
  if (student !== null) return { view: "student", id: student, ...(exercise && { exercise }) };
  const view = given.get("view");
  const id = given.get("id");
  if (view === "checks") return { view };
  if (view === "roster") return { view };
  if (view === "eye") return { view };
  if (view === "misconceptions") return { view, ...(id && { id }) };
  const query = QUERY.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : []));
  return { view: "class", query: Object.fromEntries(query) as ClassQuery };
}

/** The fragment, with its `#`, of a route. */
export function fragmentOf(route: Route): string {
  if (route.view === "student") return made({ student: route.id, exercise: route.exercise });
  if (route.view === "class") return made({ ...route.query });
  return made({ view: route.view, id: route.view === "misconceptions" ? route.id : undefined });
}

function made(parts: Record<string, string | undefined>): string {
  const given = Object.entries(parts).filter(([, value]) => value);
  return `#${new URLSearchParams(given as [string, string][])}`;
}
