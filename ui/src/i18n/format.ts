import { useLingui } from "@lingui/react";
import { useMemo } from "react";

const DAY = 86_400_000;

/** Times, numbers and sums as the person's language writes them. */
export function makeFormat(locale: string) {
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
  const dayYear = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });
  const moment = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  });
  const pureDate = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const language = new Intl.DisplayNames([locale], { type: "language" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });

  const dated = (format: Intl.DateTimeFormat, date: Date) =>
    format
      .formatToParts(date)
      .map(({ type, value }) =>
        type === "day" && value === "1" && locale.startsWith("fr") ? "1er" : value,
      )
      .join("");

  return {
    time: (at: string) => time.format(new Date(at)),
    full: (at: string) => dated(full, new Date(at)),
    /** The day and the time, where the year goes without saying. */
    moment: (at: string) => dated(moment, new Date(at)),
    /** A calendar day without a time, `YYYY-MM-DD`. */
    date: (date: string) => dated(pureDate, new Date(`${date}T00:00:00Z`)),
    number: (value: number) => spaced(number.format(value)),
    percent: (share: number) => spaced(percent.format(share)),
    list: (items: readonly string[]) => list.format(items),
    language: (code: string) => language.of(code) ?? code,
    money: (amount: string, currency: string) => money(locale, amount, currency),
    /** As short as a list needs: the time today, the day this year, else the whole date. */
    brief(at: string, now: number) {
      const date = new Date(at);
      const today = new Date(now);
      if (date.toDateString() === today.toDateString()) return time.format(date);
      return dated(date.getFullYear() === today.getFullYear() ? day : dayYear, date);
    },
    ago: (at: string, now: number) => ago(relative, new Date(at).getTime() - now),
  };
}

/** Currencies whose bare symbol means no other. */
const PLAIN_SYMBOLS = ["EUR", "GBP"];

/** Narrow no-break spaces all but vanish at our sizes. */
const spaced = (text: string) => text.replace(/[\u2009\u202f]/g, "\u00a0");

function money(locale: string, amount: string, currency: string): string {
  const value = Number(amount);
  const digits = Number.isInteger(value) ? 0 : 2;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 4) };
  if (!/^[A-Z]{3}$/.test(currency))
    return spaced(new Intl.NumberFormat(locale, options).format(value));
  const currencyDisplay = PLAIN_SYMBOLS.includes(currency) ? "narrowSymbol" : "symbol";
  const sum = { ...options, style: "currency", currency, currencyDisplay } as const;
  return spaced(new Intl.NumberFormat(locale, sum).format(value));
}

function ago(relative: Intl.RelativeTimeFormat, delta: number): string {
  const size = Math.abs(delta);
  if (size < 45_000) return relative.format(0, "second");
  if (size < 3_600_000) return relative.format(Math.round(delta / 60_000), "minute");
  if (size < DAY) return relative.format(Math.round(delta / 3_600_000), "hour");
  return relative.format(Math.round(delta / DAY), "day");
}

export type Format = ReturnType<typeof makeFormat>;

export function useFormat(): Format {
  const { i18n } = useLingui();
  return useMemo(() => makeFormat(i18n.locale), [i18n.locale]);
}
