import { Trans } from "@lingui/react/macro";
import { useFieldLabel } from "../../api/use-field-label";
import type { LeadRow } from "../../bindings/LeadRow";
import { TimeAgo } from "../../components/time-ago";
import { LEAD_STATES } from "../../words/leads";
import { useSaid } from "../../words/use-said";
import classes from "./lead-table.module.css";

/** Where a lead stands, in one line: what is in its way, or what it became. */
export function WhereCell({ lead }: { lead: LeadRow }) {
  const say = useSaid(useFieldLabel());
  const { state } = lead;
  const problem = lead.problem && say(lead.problem);
  const tone = problem ? LEAD_STATES[state].tone : undefined;
  return (
    <span className={classes.what} data-tone={tone} title={problem ?? undefined}>
      <Next lead={lead} />
      {problem && lead.due_at && state === "retrying" && " · "}
      {problem}
    </span>
  );
}

function Next({ lead: { state, problem, due_at, record_id, sent_at } }: { lead: LeadRow }) {
  if (state === "retrying" && due_at) {
    return (
      <Trans>
        Next try <TimeAgo at={due_at} />
      </Trans>
    );
  }
  if (problem) return null;
  if (state === "no_email") return <Trans>Enter the email and it flows</Trans>;
  if (state === "ready") return <Trans>Waits for your push</Trans>;
  if (state !== "sent") return null;
  return (
    <>
      {record_id && <Trans>Record {record_id}</Trans>}
      {record_id && sent_at && " · "}
      {sent_at && <TimeAgo at={sent_at} />}
    </>
  );
}
