// Times as platforms write them for people: `Tuesday, 3 November 2026, 11:07 PM`, in any language that spells its months.

/** Local, without an offset: `2026-11-03T23:07:00`; undefined for what is none, or could be two. */
export function writtenTime(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  const iso = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/.exec(plain);
  if (iso) return localTime(...iso.slice(1).map((part) => Number(part ?? 0)));
  const words = plain.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const month = words.map((word) => monthOf(word)).find((number) => number !== undefined);
  const time = /(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap])?\.?\s?m?/i.exec(plain);
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(plain);
  const day = /(?<![\d:])(\d{1,2})(?![\d:])/.exec(plain);
  if (month === undefined || !time || !year || !day) return undefined;
  const [, hour, minute, second, half] = time;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return localTime(Number(year[1]), month, Number(day[1]), hours, Number(minute), Number(second ?? 0));
}

/** `2026-11-03T23:07:12` of these numbers; undefined where there is no such day or time. */
export function localTime(...parts: readonly number[]): string | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const text = Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 19);
  const pad = (number: number, width = 2) => String(number).padStart(width, "0");
  const told = `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
  return text === told ? text : undefined;
}

const languages = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "fi", "cs", "uk", "ru", "tr"];
let months: Map<string, number | undefined> | undefined;

/** 1 to 12; undefined for a word that is none, or another one's in another language. */
function monthOf(word: string): number | undefined {
  months ??= allMonths();
  return months.get(word);
}

function allMonths(): Map<string, number | undefined> {
  const all = new Map<string, number | undefined>();
  for (const language of languages)
    for (const month of ["long", "short"] as const)
      for (const options of [{ month }, { day: "numeric", month }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
        for (let number = 1; number <= 12; number++) {
          const parts = format.formatToParts(Date.UTC(2026, number - 1, 15));
          const word = parts
            .find(({ type }) => type === "month")!
            .value.toLowerCase()
            .replace(/\.$/, "");
          if (/\p{L}{3}/u.test(word))
            all.set(word, all.has(word) && all.get(word) !== number ? undefined : number);
        }
      }
  return all;
}
