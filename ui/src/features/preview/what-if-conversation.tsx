import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { WhatIfRow } from "../../bindings/WhatIfRow";
import { useFormat } from "../../i18n/format";
import { AnswerDifference } from "./answer-difference";
import classes from "./what-if.module.css";

interface WhatIfConversationProps {
  row: WhatIfRow;
  draft: QuestionSet;
  /** The field of the only answer that is asked about. */
  only: string | null;
}

/** A conversation, and its answers as they are beside what they would be. */
export function WhatIfConversation({ row, draft, only }: WhatIfConversationProps) {
  const format = useFormat();
  const { conversation_id: id, visitor, email, closed_at } = row;
  const changes = row.changes.filter(({ field }) => only === null || field === only);
  return (
    <li className={classes.row} data-testid={`whatif-row-${id}`}>
      <p className={classes.rowHead}>
        <Link to="/conversations/$id" params={{ id }}>
          {visitor ?? email ?? <Trans>Unnamed visitor</Trans>}
        </Link>
        {closed_at && <time dateTime={closed_at}>{format.moment(closed_at)}</time>}
      </p>
      {changes.map((change) => (
        <AnswerDifference
          key={`${change.number} ${change.field}`}
          change={change}
          draft={draft}
          before={<Trans>In use</Trans>}
          after={<Trans>With your changes</Trans>}
        />
      ))}
    </li>
  );
}
