import { useLingui } from "@lingui/react/macro";
import type { ConversationDetail } from "../../bindings/ConversationDetail";
import { MessageBubble } from "../../components/reading/message-bubble";
import classes from "./transcript.module.css";

export function Transcript({ detail }: { detail: ConversationDetail }) {
  const { t } = useLingui();
  const answers = detail.reading?.answers ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={t`Transcript`} tabIndex={0}>
      <ol className={classes.messages}>
        {detail.messages.map((message, index) => {
          const before = detail.messages[index - 1];
          return (
            <MessageBubble
              key={message.id}
              message={message}
              answers={answers}
              visitor={detail.row.visitor}
              goesOn={before?.side === message.side && before.author === message.author}
            />
          );
        })}
      </ol>
    </section>
  );
}
