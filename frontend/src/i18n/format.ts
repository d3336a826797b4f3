import type { HassLocale } from "../ha/hass.js";

const NUMBERS: Readonly<Record<string, string | undefined>> = {
  comma_decimal: "en-US",
  decimal_comma: "de",
  space_comma: "fr",
  quote_decimal: "de-CH",
};

const DATES: Readonly<Record<string, string | undefined>> = { DMY: "en-GB", MDY: "en-US", YMD: "sv" };

const RELATIVE: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

const DAY = { weekday: "long", day: "numeric", month: "long" } as const;

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as readonly string[];

/** The week of a language, as the browser knows it; Monday where it does not. */
function firstWeekdayOf(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return (locale.getWeekInfo?.().firstDay ?? 1) % 7;
}

/** Numbers, dates, times, durations and sizes as the person's profile in Home Assistant wants them. */
export class Formats {
  readonly timeZone: string | undefined;
  private readonly numberLocale: string | undefined;
  private readonly hour12: boolean;
  private readonly plain: boolean;
  private lists: Intl.ListFormat | undefined;
  private readonly made = new Map<string, Intl.DateTimeFormat>();

  constructor(
    readonly language: string,
    private readonly locale: HassLocale,
    serverTimeZone: string,
  ) {
    this.timeZone = locale.time_zone === "server" ? serverTimeZone : undefined;
    this.plain = locale.number_format === "none";
    this.numberLocale = locale.number_format === "system" ? undefined : (NUMBERS[locale.number_format] ?? language);
    this.hour12 = locale.time_format === "12" || (locale.time_format !== "24" && hasTwelveHours(language, locale));
  }

  number(value: number, digits = 0): string {
    const options = { maximumFractionDigits: digits, useGrouping: !this.plain };
    return new Intl.NumberFormat(this.plain ? "en-US" : this.numberLocale, options).format(value);
  }

  /** "14:05"; with seconds "14:05:09". */
  time(instant: string | Date, seconds = false): string {
    return this.format(instant, { ...this.hour, minute: "2-digit", ...(seconds && { second: "2-digit" }) });
  }

  /** "14:05 – 14:10". */
  timeRange(first: string | Date, last: string | Date): string {
    const options = { ...this.hour, minute: "2-digit", timeZone: this.timeZone } as const;
    return new Intl.DateTimeFormat(this.language, options).formatRange(new Date(first), new Date(last));
  }

  /** "Saturday, 28 November". */
  day(instant: string | Date): string {
    return this.format(instant, DAY);
  }

  /** "28/11/2026", in the order that the person chose. */
  date(instant: string | Date): string {
    const chosen = DATES[this.locale.date_format];
    const options = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: this.timeZone } as const;
    return new Intl.DateTimeFormat(chosen ?? this.language, options).format(new Date(instant));
  }

  /** "28 Nov, 14:05". */
  moment(instant: string | Date): string {
    return this.format(instant, { day: "numeric", month: "short", ...this.hour, minute: "2-digit" });
  }

  /** "28 Nov"; of another year "28 Nov 2025". */
  shortDay(instant: string | Date, now: Date = new Date()): string {
    const year = this.isoDay(instant).slice(0, 4);
    const other = year !== this.isoDay(now).slice(0, 4);
    return this.format(instant, { day: "numeric", month: "short", ...(other && { year: "numeric" }) });
  }

  /** The calendar's day in the person's time zone, as "2026-11-28". */
  isoDay(instant: string | Date): string {
    const options = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: this.timeZone } as const;
    return this.dates("sv", options).format(new Date(instant));
  }

  /** A day of the calendar ("2026-11-28") wherever one is: "Saturday, 28 November", or what is asked for. */
  calendarDay(day: string, options: Intl.DateTimeFormatOptions = DAY): string {
    return new Intl.DateTimeFormat(this.language, { ...options, timeZone: "UTC" }).format(new Date(day));
  }

  /** Some days of the calendar: "23 – 29 November 2026". */
  calendarRange(first: string, last: string): string {
    const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
    return new Intl.DateTimeFormat(this.language, options).formatRange(new Date(first), new Date(last));
  }

  /** With which day the person's week begins; 0 is Sunday. */
  get firstWeekday(): number {
    const chosen = WEEKDAYS.indexOf(this.locale.first_weekday);
    return chosen === -1 ? firstWeekdayOf(this.language) : chosen;
  }

  /** "3 minutes ago", "in 2 hours". */
  relative(instant: string | Date, now: Date = new Date()): string {
    const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
    const [unit, length] = RELATIVE.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
    return new Intl.RelativeTimeFormat(this.language, { numeric: "auto" }).format(Math.trunc(seconds / length), unit);
  }

  /** "3.2 s", "210 ms", "2 min". */
  duration(milliseconds: number): string {
    if (milliseconds < 1_000) return this.unit(milliseconds, "millisecond", 0);
    if (milliseconds < 120_000) return this.unit(milliseconds / 1_000, "second", 1);
    if (milliseconds < 7_200_000) return this.unit(milliseconds / 60_000, "minute", 0);
    if (milliseconds < 172_800_000) return this.unit(milliseconds / 3_600_000, "hour", 1);
    return this.unit(milliseconds / 86_400_000, "day", 0);
  }

  /** "128 kB". */
  bytes(count: number): string {
    if (count < 1_000) return this.unit(count, "byte", 0);
    if (count < 1_000_000) return this.unit(count / 1_000, "kilobyte", 0);
    if (count < 1_000_000_000) return this.unit(count / 1_000_000, "megabyte", 1);
    return this.unit(count / 1_000_000_000, "gigabyte", 1);
  }

  /** "Kitchen, Hall and Bedroom". */
  list(items: readonly string[]): string {
    this.lists ??= new Intl.ListFormat(this.language, { type: "conjunction" });
    return this.lists.format(items);
  }

  private get hour(): Intl.DateTimeFormatOptions {
    return { hour: this.hour12 ? "numeric" : "2-digit", hour12: this.hour12 };
  }

  private unit(value: number, unit: string, digits: number): string {
    const options = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits } as const;
    return new Intl.NumberFormat(this.numberLocale, options).format(value);
  }

  private format(instant: string | Date, options: Intl.DateTimeFormatOptions): string {
    const all = { ...options, timeZone: this.timeZone };
    return this.dates(this.language, all).format(new Date(instant));
  }

  /** To make one takes a hundred times as long as to use it, and a list that is scrolled uses hundreds a second. */
  private dates(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = `${language} ${JSON.stringify(options)}`;
    const known = this.made.get(key) ?? new Intl.DateTimeFormat(language, options);
    this.made.set(key, known);
    return known;
  }
}

function hasTwelveHours(language: string, locale: HassLocale): boolean {
  const spoken = locale.time_format === "system" ? undefined : language;
  return new Intl.DateTimeFormat(spoken, { hour: "numeric" }).resolvedOptions().hour12 ?? false;
}
