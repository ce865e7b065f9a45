// Writes tars in memory, header by header, the malformed and the malicious ones that no program would write, too.

export interface TarEntry {
  name: string | Buffer;
  data?: string | Buffer;
  /** The header's type: `0` a file, `1` a hard link, `2` a symbolic link, `5` a folder, `x` pax, `L` a long name… */
  type?: string;
  link?: string;
  /** The size that the header claims. */
  size?: number;
}

/** A tar of these files (name -> text), or of these entries, with the zeros that end one. */
export function tar(entries: Record<string, string | Buffer> | TarEntry[]): Buffer {
  return Buffer.concat([tarWithoutEnd(entries), Buffer.alloc(1024)]);
}

export function tarWithoutEnd(entries: Record<string, string | Buffer> | TarEntry[]): Buffer {
  const list = Array.isArray(entries)
    ? entries
    : Object.entries(entries).map(([name, data]) => ({ name, data }));
  return Buffer.concat(list.flatMap(writeEntry));
}

/** A pax header that says this of the next entry. */
export function pax(records: Record<string, string>): TarEntry {
  const lines = Object.entries(records).map(([key, value]) => paxLine(` ${key}=${value}\n`));
  return { name: "PaxHeader", type: "x", data: lines.join("") };
}

function paxLine(rest: string): string {
  const bytes = Buffer.byteLength(rest);
  // The length counts its own digits.
  const digits = [1, 2, 3, 4, 5, 6].find((count) => String(bytes + count).length === count)!;
  return `${bytes + digits}${rest}`;
}

function writeEntry({ name, data = "", type = "0", link = "", size }: TarEntry): Buffer[] {
  const content = Buffer.from(data);
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write("0000644\0", 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(size ?? content.length, 11), 124);
  header.write(octal(0, 11), 136);
  header.write(" ".repeat(8), 148);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write("ustar\0" + "00", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
}

function octal(number: number, digits: number): string {
  return `${number.toString(8).padStart(digits, "0")}\0`;
}
