/** What iAdvize advises for a message, and the most a bot can send. */
export const ADVISED = 250;
export const MOST = 450;

export interface Meter {
  characters: number;
  level: "calm" | "long" | "too_long";
}

/** The message as it is entered in iAdvize: the marker, then the words. */
export function contentOf(number: number, text: string): string {
  return text.trim() === "" ? `[](Q${number})` : `[](Q${number}) ${text.trim()}`;
}

/** How long a message is, its marker included: each sign counts once. */
export function meterOf(number: number, text: string): Meter {
  const characters = [...contentOf(number, text)].length;
  const level = characters > MOST ? "too_long" : characters > ADVISED ? "long" : "calm";
  return { characters, level };
}
