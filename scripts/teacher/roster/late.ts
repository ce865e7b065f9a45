// Lateness: when something was due, what a day late costs, and what is left of the points.

import { UsageError } from "../../lib/usage-error.ts";
import type { Lateness } from "../class-report.ts";
import { writtenTime } from "./written-time.ts";

export interface LatePolicy {
  /** Real ms after the due date that cost nothing. */
  grace: number;
  /** Percent of the points that each started day takes off. */
  percent: number;
  /** Percent of the points that stay, however late. */
  floor: number;
}

const example = "Give it as in --late grace=15m,percent=10,floor=50";
const units = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const DAY = units.d;

/** Real ms of a time in ISO 8601 with its offset; undefined for anything else. */
export function parseTime(text: string): number | undefined {
  const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)$/i.exec(text);
  // The language takes the 30th of February for a day in March.
  if (!iso || !writtenTime(`${iso[1]}T${iso[2]}`)) return undefined;
  const time = Date.parse(text.replace(" ", "T").replace(/\s+/g, ""));
  return Number.isNaN(time) ? undefined : time;
}

/** The offset of such a time: `+01:00`, `Z`. */
export function offsetOf(text: string): string | undefined {
  return parseTime(text) === undefined ? undefined : /(?:Z|[+-]\d\d:?\d\d)$/i.exec(text)![0];
}

/** `2026-12-01T23:59+01:00`: a time (real ms) at an offset. */
export function timeAt(time: number, offset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? ["", "+", "0", "0"];
  const shift = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(time + shift).toISOString().slice(0, 16) + offset.toUpperCase();
}

/** The due date as real ms. Throws a UsageError for a time that could be any of several. */
export function parseDue(text: string): number {
  const time = parseTime(text);
  if (time !== undefined) return time;
  const day = /^(\d{4})-(\d\d)-(\d\d)[T ]/.exec(text);
  if (day && !writtenTime(`${day[0].slice(0, 10)}T00:00`))
    throw new UsageError(
      `--due "${text}": there is no ${day[0].slice(0, 10)}. Give a day that the calendar has.`,
    );
  throw new UsageError(
    `--due "${text}" is no time with its offset. Give it as in --due 2026-12-01T23:59+01:00`,
  );
}

/** `grace=15m,percent=10,floor=50`; what is left out is 0. Throws a UsageError for anything else. */
export function parseLate(text: string): LatePolicy {
  const policy: LatePolicy = { grace: 0, percent: 0, floor: 0 };
  for (const part of text.split(",").map((each) => each.trim())) {
    const [, key, number, unit] = /^(grace|percent|floor)=(\d+(?:\.\d+)?)([mhd]?)$/.exec(part) ?? [];
    const value = Number(number);
    if (key === "grace" && unit) policy.grace = value * units[unit as keyof typeof units];
    else if ((key === "percent" || key === "floor") && !unit && value <= 100) policy[key] = value;
    else throw new UsageError(`--late "${part}" is not understood. ${example}`);
  }
  return policy;
}

/** How late what was handed in at `submitted` (ISO 8601) is; undefined if it is not. */
export function lateness(submitted: string, due: number, policy: LatePolicy): Lateness | undefined {
  const over = (parseTime(submitted) ?? Number.NEGATIVE_INFINITY) - due - policy.grace;
  if (over <= 0) return undefined;
  const days = Math.ceil(over / DAY);
  return { submitted, days, percent: Math.min(days * policy.percent, 100 - policy.floor) };
}

/** `2 days late`; `late` where nothing tells by how much. */
export function lateWords({ days }: Lateness): string {
  return days === undefined ? "late" : `${days} ${days === 1 ? "day" : "days"} late`;
}

/** The points that are left, in hundredths: what learning platforms keep. */
export function markOf(score: number, late: Lateness | undefined): number {
  return late ? Math.round(score * (100 - late.percent)) / 100 : score;
}
