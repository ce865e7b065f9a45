// How much of an archive is taken, and what is said of more.

const mebibyte = 1024 * 1024;

/** Of an archive as it is packed; of a tar, and of a submission in a zip, as it is unpacked; of an archive in another. */
export const maxArchiveBytes = 200 * mebibyte;

/** Of everything listed in an archive, `node_modules` and the like included: a class's clones have very many. */
export const maxListed = 200_000;

/** Of one submission, not counting what is passed over. */
export const maxEntries = 20_000;

/** How many times larger than packed. Source code has 3 to 10; nothing but padding reaches 1000. */
export const maxRatio = 100;

/** Below this many bytes unpacked the ratio does not matter: empty files and folders pack very well, too. */
export const ratioFloor = 10 * mebibyte;

/** Archives around a file: one may lie in another, and no third in that. */
export const maxDepth = 2;

/** How many bytes this much packed may become. */
export function mayUnpackTo(packed: number): number {
  return Math.min(maxArchiveBytes, Math.max(ratioFloor, packed * maxRatio));
}

/** Why `packed` bytes may not become `unpacked`; undefined if they may. `what` begins the sentence. */
export function tooMuch(what: string, packed: number, unpacked: number): string | undefined {
  if (unpacked <= mayUnpackTo(packed)) return undefined;
  if (unpacked <= maxArchiveBytes)
    return `${what} unpacks to more than ${maxRatio} times its size, as no honest work does.`;
  return `${what} unpacks to more than ${mebibytes(maxArchiveBytes)}. Hand in the exercises alone.`;
}

export function tooLargeArchive(shown: string, bytes: number): string {
  const most = mebibytes(maxArchiveBytes);
  return `\`${shown}\` has ${mebibytes(bytes)}; at most ${most} are taken. Leave node_modules out of it.`;
}

export function tooManyEntries(what: string, most: number): string {
  return `${what} holds more than ${most} files and folders. Hand in the exercises alone.`;
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / mebibyte)} MiB`;
}
