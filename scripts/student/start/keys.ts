// The keys of the companion: what each is called, and what the footer and the help say about it.

/** What is known of a key stroke: ink's names. */
export interface Stroke {
  upArrow: boolean;
  downArrow: boolean;
  leftArrow: boolean;
  rightArrow: boolean;
  pageUp: boolean;
  pageDown: boolean;
  home: boolean;
  end: boolean;
  return: boolean;
  escape: boolean;
  ctrl: boolean;
  meta: boolean;
}

const special = {
  upArrow: "up",
  downArrow: "down",
  leftArrow: "left",
  rightArrow: "right",
  pageUp: "pageup",
  pageDown: "pagedown",
  home: "home",
  end: "end",
  return: "enter",
  escape: "escape",
} as const;

/** Inside of a longer piece ink does not name them. */
const controls: Record<string, string> = { "\r": "enter", "\n": "enter", "\u001b": "escape" };

/** The keys' names, in order: quick typing can come as one piece. */
export function keysOf(input: string, stroke: Stroke): string[] {
  for (const [flag, name] of Object.entries(special)) if (stroke[flag as keyof typeof special]) return [name];
  if (stroke.ctrl || stroke.meta) return [];
  return Array.from(input, (character) => controls[character] ?? character);
}

/** For the footer, what matters most first: what has no room is left to the help. */
export const footerKeys: [key: string, does: string][] = [
  ["?", "help"],
  ["q", "quit"],
  ["n", "next"],
  ["h", "hint"],
  ["l", "list"],
  ["t", "task"],
  ["e", "edit"],
  ["o", "output"],
  ["r", "reset"],
  ["a", "all"],
  ["v", "all timelines"],
  ["p", "previous"],
];

export const helpKeys: [key: string, does: string][] = [
  ["n", "the next exercise that does not pass yet"],
  ["p", "the exercise before this one"],
  ["l", "the list of all exercises: ↑ ↓ and Enter choose"],
  ["t", "the task: what the README says"],
  ["h", "a hint; each time one further"],
  ["H", "the hints from the first again"],
  ["v", "every check's timeline, or only where it explains a mistake"],
  ["o", "all that your code printed, check by check"],
  ["e", "the file in your editor: what $VISUAL or $EDITOR says"],
  ["c", "check again"],
  ["r", "the file as you first got it; yours is kept in .attempts/"],
  ["a", "run all that you have begun, and your points"],
  ["Esc", "back to the verdict"],
  ["↑ ↓ Space b", "scroll; g and G: to the first and the last line"],
  ["q", "quit; also Ctrl-C"],
];
