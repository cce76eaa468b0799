import { Trans } from "@lingui/react/macro";
import { useFieldLabel } from "../../api/use-field-label";
import type { LeadRow } from "../../bindings/LeadRow";
import { TimeAgo } from "../../components/time-ago";
import { LEAD_STATES } from "../../words/leads";
import { useSaid } from "../../words/use-said";
import classes from "./lead-box.module.css";

/** What happens next with a lead, in a sentence. */
export function LeadNote({ lead }: { lead: LeadRow }) {
  const say = useSaid(useFieldLabel());
  const { state, problem, due_at, sent_at, record_id, attempts } = lead;
  return (
    <p className={classes.note}>
      {state === "no_email" && (
        <Trans>
          Neither the profile nor the transcript holds an email. Enter it above, or push to look
          once more in iAdvize.
        </Trans>
      )}
      {state === "ready" && (
        <Trans>
          Creates or updates the contact with this email and attaches the transcript as a note.
        </Trans>
      )}
      {(state === "queued" || state === "sending") && (
        <Trans>On its way; this takes a few seconds.</Trans>
      )}
      {state === "sent" && record_id && sent_at && (
        <Trans>
          Record {record_id}, <TimeAgo at={sent_at} />
        </Trans>
      )}
      {problem && (
        <span className={classes.problem} data-tone={LEAD_STATES[state].tone}>
          {say(problem)}
        </span>
      )}
      {state === "retrying" && due_at && (
        <Trans>
          {attempts} tries so far. Next try <TimeAgo at={due_at} />, or push now.
        </Trans>
      )}
      {state === "refused" && <Trans>Correct the mapping or the field, then push again.</Trans>}
      {state === "failed" && (
        <Trans>Given up after {attempts} tries. Push again when it answers.</Trans>
      )}
    </p>
  );
}
