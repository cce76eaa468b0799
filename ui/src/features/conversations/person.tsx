import { useLingui } from "@lingui/react/macro";
import type { ConversationDetail } from "../../bindings/ConversationDetail";
import { EMAIL_SOURCES } from "../../words/leads";
import classes from "./lead-box.module.css";

/** The person's email and who said so. */
export function Person({ detail }: { detail: ConversationDetail }) {
  const { t } = useLingui();
  const { lead, reading } = detail;
  const email = lead?.email ?? reading?.email?.value;
  const source = lead?.email_source ?? reading?.email?.source;
  if (!email) return null;
  return (
    <div className={classes.person}>
      <span className={classes.email}>{email}</span>
      {source && <span className={classes.source}>{t(EMAIL_SOURCES[source])}</span>}
    </div>
  );
}
