import { Fragment, type ReactNode } from "react";
import { type Rich, rich } from "./rich";

/** A message as a chat that knows Markdown shows it. Nothing in it is ever taken as HTML. */
export function RichText({ text }: { text: string }) {
  return <>{shown(withoutFirstSpace(rich(text)))}</>;
}

/** A chat shows no space before the first word, such as markers leave behind. */
function withoutFirstSpace(parts: readonly Rich[]): readonly Rich[] {
  const [first, ...rest] = parts;
  if (first?.kind !== "text") return parts;
  const text = first.text.trimStart();
  return text === "" ? withoutFirstSpace(rest) : [{ kind: "text", text }, ...rest];
}

function shown(parts: readonly Rich[]): ReactNode[] {
  return parts.map((part, at) => {
    const key = `${at}${part.kind}`;
    switch (part.kind) {
      case "text":
        return <Fragment key={key}>{part.text}</Fragment>;
      case "code":
        return <code key={key}>{part.text}</code>;
      case "bold":
        return <strong key={key}>{shown(part.parts)}</strong>;
      case "italic":
        return <em key={key}>{shown(part.parts)}</em>;
      default:
        return <u key={key}>{shown(part.parts)}</u>;
    }
  });
}
