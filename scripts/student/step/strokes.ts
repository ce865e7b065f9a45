// The names of keys, as our own screens know them.

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
