// Text that strangers wrote, made harmless: the gate that it passes on its way into any output.

// What moves a cursor, turns the direction of writing, ends a line, is no character, or shows nothing and so makes a
// name look like another. What joins or varies characters stays: emoji and the spelling of several languages need it.
const unprintable =
  /[[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]]/gv;
// The flags of England and the like are spelled with characters that show nothing.
const flag = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f}/gu;
// Programs that keep a CI's log take commands from it: GitHub's at a line's start, Azure's and TeamCity's anywhere.
const commandAtStart = /^(\s*):(?=:)/;
const commandAnywhere = /##(?=[a-z]*\[)/gi;

/**
 * One line that is safe to print: control characters, line ends, direction marks and what shows nothing appear as
 * `\u001b`, and what would begin a command of a CI's log with its first character so: `\u003a:error::`.
 */
export function printable(text: string): string {
  // Nearly all text is plain.
  return withoutCommands(/^[ -~]*$/.test(text) ? text : withEscapes(text, escaped));
}

/** As `printable`, but line ends stay. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** JSON's own text for the same value, in which what `printable` would not leave as it is stands as `\u001b`. */
export function printableJson(json: string): string {
  const lines = json.split("\n").map((line) => withEscapes(line, escapedInJson));
  return lines.join("\n").replace(commandAnywhere, "\\u0023#");
}

function withEscapes(text: string, spelled: (character: string) => string): string {
  const parts = text.split(flag).map((part) => part.replace(unprintable, spelled));
  const flags = parts.length > 1 ? text.match(flag)! : [];
  return parts.reduce((whole, part, index) => whole + flags[index - 1] + part);
}

function withoutCommands(line: string): string {
  return line.replace(commandAtStart, "$1\\u003a").replace(commandAnywhere, "#\\u0023");
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : escapedUnit(code);
}

function escapedInJson(character: string): string {
  return Array.from({ length: character.length }, (_, at) => escapedUnit(character.charCodeAt(at))).join("");
}

function escapedUnit(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
