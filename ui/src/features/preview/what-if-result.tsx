import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { WhatIfReport } from "../../bindings/WhatIfReport";
import { useFormat } from "../../i18n/format";
import classes from "./what-if.module.css";
import { WhatIfConversation } from "./what-if-conversation";
import { WhatIfTally } from "./what-if-tally";

/** As many as are looked at in one go. */
const SHOWN = 50;

interface WhatIfResultProps {
  report: WhatIfReport;
  draft: QuestionSet;
  /** How many are read at most, where all were asked for. */
  most: number | null;
  onShowQuestion: (number: number) => void;
}

/** How much would change, by question, then each conversation with what was and what would be. */
export function WhatIfResult({ report, draft, most, onShowQuestion }: WhatIfResultProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { conversations, changed, unreadable, questions, rows } = report;
  const [field, setField] = useState<string | null>(null);
  const [shown, setShown] = useState(SHOWN);
  const only = questions.some((tally) => tally.field === field) ? field : null;
  const matching = rows.filter(
    ({ changes }) => only === null || changes.some((change) => change.field === only),
  );
  const total = format.number(conversations);

  return (
    <>
      <p className={classes.summary} role="status" data-testid="whatif-summary">
        {changed === 0 ? (
          <Plural
            value={conversations}
            one="Nothing would change in the # conversation read."
            other="Nothing would change in the # conversations read."
          />
        ) : (
          <Plural
            value={changed}
            one={`Answers would change in # of ${total} conversations.`}
            other={`Answers would change in # of ${total} conversations.`}
          />
        )}
      </p>
      {changed === 0 && (
        <p className={classes.note}>
          <Trans>
            Change a question, and this says which answers would come out otherwise, before the
            change is saved as a version.
          </Trans>
        </p>
      )}
      {unreadable > 0 && (
        <p className={classes.note}>
          <Plural
            value={unreadable}
            one="# conversation could not be read at all."
            other="# conversations could not be read at all."
          />
        </p>
      )}
      {most !== null && conversations >= most && (
        <p className={classes.note}>
          <Trans>Only the {total} newest conversations were read.</Trans>
        </p>
      )}
      {questions.length > 0 && (
        <ul className={classes.tallies} aria-label={t`Changes by question`}>
          {questions.map((tally) => (
            <WhatIfTally
              key={`${tally.number} ${tally.field}`}
              tally={tally}
              most={changed}
              draft={draft}
              isChosen={only === tally.field}
              onChoose={() => setField(only === tally.field ? null : tally.field)}
              onShowQuestion={onShowQuestion}
            />
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <ol className={classes.rows} aria-label={t`Conversations that would change`}>
          {matching.slice(0, shown).map((row) => (
            <WhatIfConversation key={row.conversation_id} row={row} draft={draft} only={only} />
          ))}
        </ol>
      )}
      {matching.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + SHOWN)}>
          <Trans>Show more</Trans>
        </Button>
      )}
      {matching.length <= shown && only === null && changed > rows.length && (
        <p className={classes.note}>
          <Trans>Only the newest {rows.length} are listed.</Trans>
        </p>
      )}
    </>
  );
}
