/** The engine's sentences begin in lower case; on a line of their own they begin as sentences do. */
export function sentence(text: string): string {
  // A name such as iAdvize keeps its own spelling.
  return /^\p{Ll}\P{Lu}/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
