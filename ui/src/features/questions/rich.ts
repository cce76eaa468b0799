/** A stretch of a message as a chat shows it. Links are only words here: nothing leads anywhere. */
export type Rich =
  | { kind: "text"; text: string }
  | { kind: "bold" | "italic" | "link"; parts: Rich[] }
  | { kind: "code"; text: string };

/** Each form, and what it becomes. Group 1 is what stands before it and is kept as it is. */
const FORMS: readonly [RegExp, (words: string) => Rich | null][] = [
  [/()`([^`\n]+)`/, (text) => ({ kind: "code", text })],
  [
    /(^|[^!\\])\[([^\]\n]*)\]\([^()\n]*\)/,
    // A link without words shows nothing: that is what makes the marker invisible.
    (words) => (words.trim() === "" ? null : { kind: "link", parts: rich(words) }),
  ],
  [/()\*\*(\S|\S.*?\S)\*\*/, (words) => ({ kind: "bold", parts: rich(words) })],
  [
    /(^|[^\p{L}\p{N}_])__(\S|\S.*?\S)__(?![\p{L}\p{N}_])/u,
    (words) => ({ kind: "bold", parts: rich(words) }),
  ],
  [/()\*([^\s*]|[^\s*].*?\S)\*/, (words) => ({ kind: "italic", parts: rich(words) })],
  [
    /(^|[^\p{L}\p{N}_])_([^\s_]|[^\s_].*?\S)_(?![\p{L}\p{N}_])/u,
    (words) => ({ kind: "italic", parts: rich(words) }),
  ],
];

/** Reads the few forms of Markdown that chats show; everything else stays as it is written. */
export function rich(text: string): Rich[] {
  let first: { at: number; end: number; part: Rich | null } | null = null;
  for (const [form, make] of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const [whole, before = "", words = ""] = found;
    const at = found.index + before.length;
    if (first === null || at < first.at)
      first = { at, end: found.index + whole.length, part: make(words) };
  }
  if (!first) return text === "" ? [] : [{ kind: "text", text }];
  const before = text.slice(0, first.at);
  return [
    ...(before ? [{ kind: "text", text: before } as const] : []),
    ...(first.part ? [first.part] : []),
    ...rich(text.slice(first.end)),
  ];
}
