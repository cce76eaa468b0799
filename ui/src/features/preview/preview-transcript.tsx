import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { CircleHelp } from "lucide-react";
import { memo } from "react";
import type { Preview } from "../../bindings/Preview";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { MessageBubble } from "../../components/reading/message-bubble";
import { MessageAccountLine } from "./message-account";
import classes from "./preview-transcript.module.css";

interface PreviewTranscriptProps {
  preview: Preview;
  draft: QuestionSet;
  /** The message whose use is told. */
  message: string | null;
  onMessage: (id: string | null) => void;
}

/** What was said, with the places of the markers, what was read, and the use of each message. */
export const PreviewTranscript = memo(function PreviewTranscript(props: PreviewTranscriptProps) {
  const { preview, draft, message, onMessage } = props;
  const { t } = useLingui();
  const { messages, accounts, reading } = preview;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label={t`Transcript`} tabIndex={0}>
      <ol className={classes.messages}>
        {messages.map((each, index) => {
          const before = messages[index - 1];
          const account = accounts.find(({ message_id }) => message_id === each.id);
          const isOpen = message === each.id;
          const toggle = () => onMessage(isOpen ? null : each.id);
          const told = `account-of-${each.id}`;
          return (
            <MessageBubble
              key={each.id}
              message={each}
              answers={reading.answers}
              complete
              visitor={null}
              goesOn={before?.side === each.side && before.author === each.author}
              onPress={account && toggle}
              beside={
                account && (
                  <ActionIcon
                    className={classes.ask ?? ""}
                    size={24}
                    aria-label={t`What was read from this message?`}
                    title={t`What was read from this message?`}
                    aria-expanded={isOpen}
                    aria-controls={isOpen ? told : undefined}
                    onClick={toggle}
                    data-testid={`ask-${each.id}`}
                  >
                    <CircleHelp size={14} />
                  </ActionIcon>
                )
              }
            >
              {isOpen && account && (
                <MessageAccountLine
                  id={told}
                  account={account}
                  answers={reading.answers}
                  draft={draft}
                />
              )}
            </MessageBubble>
          );
        })}
      </ol>
    </section>
  );
});
