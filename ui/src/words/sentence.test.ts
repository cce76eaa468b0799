import { expect, it } from "vitest";
import { sentence } from "./sentence";

it.each([
  ["the keyring is locked", "The keyring is locked"],
  ["iAdvize answered 504", "iAdvize answered 504"],
  ["HubSpot refused the key", "HubSpot refused the key"],
  ["événement", "Événement"],
  ["", ""],
])("%s", (given, shown) => expect(sentence(given)).toBe(shown));
