import { describe, expect, it } from "vitest";
import { makeFormat } from "./format";

const NOW = Date.parse("2026-11-17T14:05:00Z");
/** Spaces of every width read alike. */
const plain = (text: string) => text.replace(/\s/g, " ");

describe("format", () => {
  it.each([
    ["en", "25000", "EUR", "€25,000"],
    ["fr", "25000", "EUR", "25 000 €"],
    ["en", "1234.5", "USD", "$1,234.50"],
    ["fr", "1200", "GBP", "1 200 £"],
    ["fr", "1200", "CAD", "1 200 $CA"],
    ["en", "99", "", "99"],
  ])("%s: %s %s is %s", (locale, amount, currency, shown) => {
    expect(plain(makeFormat(locale).money(amount, currency))).toBe(shown);
  });

  it("parts thousands with a space that is seen", () => {
    expect(makeFormat("fr").money("25000", "EUR")).toBe("25\u00a0000\u00a0€");
    expect(makeFormat("fr").number(25_000)).toBe("25\u00a0000");
  });

  it("keeps a date free of time zones", () => {
    expect(makeFormat("en").date("2027-03-01")).toBe("March 1, 2027");
    expect(makeFormat("fr").date("2027-03-01")).toBe("1er mars 2027");
  });

  it.each([
    [-10_000, "now"],
    [-180_000, "3 min. ago"],
    [150_000, "in 3 min."],
    [-7_200_000, "2 hr. ago"],
    [-86_400_000, "yesterday"],
  ])("%i ms is %s", (delta, shown) => {
    expect(makeFormat("en").ago(new Date(NOW + delta).toISOString(), NOW)).toBe(shown);
  });
});
