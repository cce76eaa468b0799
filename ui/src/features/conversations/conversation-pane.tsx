import { useLingui } from "@lingui/react/macro";
import { Loader } from "@mantine/core";
import { useRef } from "react";
import { useAsk } from "../../api/use-ask";
import type { ConversationDetail } from "../../bindings/ConversationDetail";
import { FaultNotice } from "../../components/fault-notice";
import { AnswerFocusContext } from "../../components/reading/answer-focus";
import { AnswersPanel } from "./answers-panel";
import { ConversationHeader } from "./conversation-header";
import classes from "./conversation-pane.module.css";
import { Transcript } from "./transcript";
import { useAnswerFocusState } from "./use-answer-focus-state";

/** One conversation: what was said, and beside it what was read. */
export function ConversationPane({ id }: { id: string }) {
  const { t } = useLingui();
  const conversation = useAsk("conversation", { id });
  if (conversation.data) return <Loaded key={id} detail={conversation.data} />;
  return (
    <section className={classes.wait} aria-label={t`Conversation`}>
      {conversation.error ? (
        <div className={classes.notice}>
          <FaultNotice fault={conversation.error} onRetry={() => conversation.refetch()} />
        </div>
      ) : (
        <Loader size={18} aria-label={t`Loading`} />
      )}
    </section>
  );
}

function Loaded({ detail }: { detail: ConversationDetail }) {
  const { t } = useLingui();
  const pane = useRef<HTMLElement>(null);
  const focus = useAnswerFocusState(pane);
  return (
    <AnswerFocusContext value={focus}>
      <section
        className={classes.pane}
        ref={pane}
        tabIndex={-1}
        id="conversation"
        aria-label={t`Conversation`}
      >
        <ConversationHeader detail={detail} />
        <Transcript detail={detail} />
        <AnswersPanel detail={detail} />
      </section>
    </AnswerFocusContext>
  );
}
