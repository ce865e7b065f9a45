// What goes through the queue is compressed, encrypted, and bound to its place: whoever can write to Redis can neither read
// programs nor make marks.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

const CIPHER = "aes-256-gcm";
const [NONCE, TAG] = [12, 16];
/** Bytes that what is sealed may have. A submission's transcripts have a hundredth of it. */
const MAX_BYTES = 512 * 1024 * 1024;

export class Seal {
  private readonly cipherKey: Buffer;
  private readonly nameKey: Buffer;

  /** `key`: 32 bytes. */
  constructor(key: Buffer) {
    const derived = (use: string) => Buffer.from(hkdfSync("sha256", key, "", `async-dojo ${use}`, 32));
    this.cipherKey = derived("seal");
    this.nameKey = derived("names");
  }

  /** `place`: the only one where it can be opened. */
  close(place: string, text: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.cipherKey, nonce).setAAD(Buffer.from(place));
    const content = [cipher.update(zstdCompressSync(Buffer.from(text))), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...content]);
  }

  /** Undefined for what was not closed with this key, at this place, or was changed since. */
  open(place: string, sealed: Buffer): string | undefined {
    try {
      const [nonce, tag] = [sealed.subarray(0, NONCE), sealed.subarray(NONCE, NONCE + TAG)];
      const cipher = createDecipheriv(CIPHER, this.cipherKey, nonce, { authTagLength: TAG })
        .setAAD(Buffer.from(place))
        .setAuthTag(tag);
      const content = Buffer.concat([cipher.update(sealed.subarray(NONCE + TAG)), cipher.final()]);
      return zstdDecompressSync(content, { maxOutputLength: MAX_BYTES }).toString("utf8");
    } catch {
      return undefined;
    }
  }

  /** A name that tells nothing of the text to those without the key: hexadecimal, the same for the same text. */
  name(text: string, length: number): string {
    return createHmac("sha256", this.nameKey).update(text).digest("hex").slice(0, length);
  }
}
