import { Plural, useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { Pencil } from "lucide-react";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { QuestionTally } from "../../bindings/QuestionTally";
import classes from "./what-if.module.css";

interface WhatIfTallyProps {
  tally: QuestionTally;
  /** How many conversations would change in all. */
  most: number;
  draft: QuestionSet;
  isChosen: boolean;
  onChoose: () => void;
  onShowQuestion: (number: number) => void;
}

/** How many answers to a question would change; pressed, only those conversations are listed. */
export function WhatIfTally(props: WhatIfTallyProps) {
  const { tally, most, draft, isChosen, onChoose, onShowQuestion } = props;
  const { t } = useLingui();
  const { number, field, changed, gained, lost } = tally;
  const question = draft.questions.find((each) => each.field === field);
  return (
    <li className={classes.tally} data-chosen={isChosen || undefined}>
      <button
        type="button"
        className={classes.count}
        aria-pressed={isChosen}
        title={t`List only these conversations`}
        onClick={onChoose}
        data-testid={`tally-${number}`}
      >
        <span className={classes.tallyLine}>
          <b>Q{number}</b>
          <span className={classes.words}>{question?.text || field}</span>
          <span className={classes.changed}>
            <Plural value={changed} one="# would change" other="# would change" />
          </span>
        </span>
        <span className={classes.track} aria-hidden>
          <span style={{ width: `${(changed / Math.max(most, 1)) * 100}%` }} />
        </span>
        {(gained > 0 || lost > 0) && (
          <span className={classes.facts}>
            {gained > 0 && (
              <span className={classes.gained}>
                <Plural value={gained} one="# value gained" other="# values gained" />
              </span>
            )}
            {lost > 0 && (
              <span className={classes.lost}>
                <Plural value={lost} one="# value lost" other="# values lost" />
              </span>
            )}
          </span>
        )}
      </button>
      {question && (
        <ActionIcon
          aria-label={t`Edit question Q${number}`}
          title={t`Edit question Q${number}`}
          onClick={() => onShowQuestion(number)}
        >
          <Pencil size={13} />
        </ActionIcon>
      )}
    </li>
  );
}
