import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Channel } from "../../words/channels";
import { LengthMeter } from "./length-meter";
import { contentOf } from "./meter";
import { RichText } from "./rich-text";
import classes from "./views-panel.module.css";

interface QuestionViewsProps {
  number: number;
  /** `null` where it is not asked in the language that is shown. */
  text: string | null;
  channel: Channel;
}

export function QuestionViews({ number, text, channel }: QuestionViewsProps) {
  const { t } = useLingui();
  if (text === null)
    return (
      <p className={classes.missing}>
        <Trans>Q{number} is not asked in this language.</Trans>
      </p>
    );
  const content = contentOf(number, text);
  return (
    <article className={classes.question} aria-label={t`Views of Q${number}`}>
      <section className={classes.desk} aria-label={t`What the agent sees`}>
        <h2>
          <Trans>The agent</Trans>
        </h2>
        <div className={classes.proposal} data-testid={`agent-view-${number}`}>
          <p className={classes.proposed}>
            <span className={classes.marker}>[](Q{number})</span> {text.trim()}
          </p>
          <p className={classes.from}>
            <Trans>Pre-recorded answer, Enter to insert it</Trans>
          </p>
        </div>
        <div className={classes.compose}>
          Q{number}
          <span className={classes.caret} aria-hidden />
        </div>
      </section>
      <section className={classes.chat} aria-label={t`What the visitor sees`}>
        <h2>
          <Trans>The visitor</Trans>
        </h2>
        {!channel.documented && (
          <p className={classes.case}>
            <Trans>At best</Trans>
          </p>
        )}
        <Bubble channel={channel.id} testId={`visitor-view-${number}`}>
          {text.trim() ? <RichText text={content} /> : <Trans>Nothing: it has no words yet</Trans>}
        </Bubble>
        {!channel.documented && (
          <>
            <p className={classes.case}>
              <Trans>At worst</Trans>
            </p>
            <Bubble channel={channel.id} testId={`visitor-worst-${number}`}>
              {content}
            </Bubble>
          </>
        )}
      </section>
      <div className={classes.meter}>
        <LengthMeter number={number} text={text} />
      </div>
    </article>
  );
}

interface BubbleProps {
  channel: string;
  testId: string;
  children: ReactNode;
}

function Bubble({ channel, testId, children }: BubbleProps) {
  return (
    <div className={classes.bubble} data-channel={channel} data-testid={testId}>
      {children}
    </div>
  );
}
