// How much of an archive is taken, and what is said of more.

const mebibyte = 1024 * 1024;

/** Of a student's archive as it is packed; of a submission as it is unpacked; of an archive in another. */
export const maxArchiveBytes = 200 * mebibyte;

/** Of a class's archive as it is packed. */
export const maxClassBytes = 1024 * mebibyte;

/** Of a class's gzipped tar as it is unpacked: more is not waited for. Each student's part has `maxArchiveBytes`, as ever. */
export const maxClassUnpacked = 8 * 1024 * mebibyte;

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

export function tooMuchOfAClass(unpacked: number): string | undefined {
  if (unpacked <= maxClassUnpacked) return undefined;
  return `It unpacks to more than ${mebibytes(maxClassUnpacked)}. Unpack it, and give the folder.`;
}

export function tooLargeArchive(shown: string, bytes: number, most = maxArchiveBytes): string {
  const remedy = most === maxClassBytes ? "Unpack it, and give the folder." : "Leave node_modules out of it.";
  return `\`${shown}\` has ${mebibytes(bytes)}; at most ${mebibytes(most)} are taken. ${remedy}`;
}

export function tooManyEntries(what: string, most: number): string {
  return `${what} holds more than ${most} files and folders. Hand in the exercises alone.`;
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / mebibyte)} MiB`;
}
