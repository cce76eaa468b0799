import { useLingui } from "@lingui/react/macro";
import { Bot, Paperclip } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import type { Answer } from "../../bindings/Answer";
import type { MessageView } from "../../bindings/MessageView";
import { useFormat } from "../../i18n/format";
import { ATTACHMENTS } from "../../words/attachments";
import { LitText } from "./lit-text";
import classes from "./message-bubble.module.css";

export type Speaker = "visitor" | "bot" | "operator" | "system" | "unknown";

export function speakerOf({ side, author }: MessageView): Speaker {
  return side === "operator" && author === "Bot" ? "bot" : side;
}

interface MessageBubbleProps {
  message: MessageView;
  answers: readonly Answer[];
  /** Whether those are all: markers of other numbers then belong to no question. */
  complete?: boolean;
  visitor: string | null;
  /** Whether the same person spoke just before, so that the name need not be said again. */
  goesOn: boolean;
  /** Called when words are clicked that no answer stands on; `beside` offers the same to keys. */
  onPress?: (() => void) | undefined;
  beside?: ReactNode;
  children?: ReactNode;
}

export function MessageBubble(props: MessageBubbleProps) {
  const { message, answers, complete = false, visitor, goesOn, onPress, beside, children } = props;
  const { t } = useLingui();
  const format = useFormat();
  const speaker = speakerOf(message);
  const names: Record<Speaker, string> = {
    visitor: visitor ?? t`Visitor`,
    bot: t`Bot`,
    operator: message.author,
    system: t`System`,
    unknown: t`${message.author} (unknown role)`,
  };

  return (
    <li className={classes.message} data-speaker={speaker} data-goes-on={goesOn || undefined}>
      {!goesOn && (
        <div className={classes.head}>
          {speaker === "bot" && <Bot size={13} strokeWidth={1.8} aria-hidden />}
          <span className={classes.author}>{names[speaker]}</span>
          {message.at && (
            <time dateTime={message.at} title={format.full(message.at)}>
              {format.time(message.at)}
            </time>
          )}
        </div>
      )}
      {message.text && (
        <div className={classes.row}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys have the button beside it */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys have the button beside it */}
          <div
            className={classes.bubble}
            data-press={onPress ? true : undefined}
            onClick={onPress && ((event) => isPlain(event) && onPress())}
          >
            <LitText message={message} answers={answers} complete={complete} />
          </div>
          {beside}
        </div>
      )}
      {message.attachments.map((kind) => (
        <div key={kind} className={classes.attachment}>
          {speaker !== "system" && <Paperclip size={13} aria-label={t`Attachment`} />}
          {ATTACHMENTS[kind] ? t(ATTACHMENTS[kind]) : kind}
        </div>
      ))}
      {children}
    </li>
  );
}

/** Whether the click is on words alone: those of an answer lead to it, and selecting is no click. */
function isPlain({ target }: MouseEvent): boolean {
  const onAnswer = target instanceof Element && target.closest('[role="button"]') !== null;
  return !onAnswer && (window.getSelection()?.isCollapsed ?? true);
}
