// The keys of the companion: what each is called, and what the footer and the help say about it.

/** For the footer, what matters most first: what has no room is left to the help. */
export const footerKeys: [key: string, does: string][] = [
  ["?", "help"],
  ["q", "quit"],
  ["n", "next"],
  ["h", "hint"],
  ["l", "list"],
  ["t", "task"],
  ["e", "edit"],
  ["s", "step"],
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
  ["w", "once it passes: beside our own answers, with what is different marked"],
  ["o", "all that your code printed, check by check"],
  ["s", "step through the failure: → and ← one event, ↓ and ↑ one turn of the loop"],
  ["e", "the file in your editor: what $VISUAL or $EDITOR says, or VS Code in its terminal"],
  ["c", "check again"],
  ["r", "the file as you first got it; yours is kept in .attempts/"],
  ["a", "run all that you have begun, and your points"],
  ["Esc", "back to the verdict"],
  ["↑ ↓ Space b", "scroll; g and G: to the first and the last line"],
  ["q", "quit; also Ctrl-C"],
];
