import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useAsk } from "../../api/use-ask";
import { useDo } from "../../api/use-do";
import { useFieldLabel } from "../../api/use-field-label";
import { usePush } from "../../api/use-push";
import type { ConversationDetail } from "../../bindings/ConversationDetail";
import { DryRunDialog } from "../../components/dry-run-dialog";
import { EmailForm } from "../../components/email-form";
import { FaultNotice } from "../../components/fault-notice";
import { FixMappingLink } from "../../components/fix-mapping-link";
import { LeadStateChip } from "../../components/lead-state-chip";
import { AGAIN_OR_NOT_YET } from "../../words/leads";
import { useDestinationName, useSaid } from "../../words/use-said";
import classes from "./lead-box.module.css";
import { LeadNote } from "./lead-note";
import { Person } from "./person";

/** Who this is, where the lead stands, and the way onward. */
export function LeadBox({ detail }: { detail: ConversationDetail }) {
  const { t } = useLingui();
  const settings = useAsk("settings", {}).data;
  const email = useDo("set_lead_email");
  const push = usePush();
  const label = useFieldLabel();
  const say = useSaid(label);
  const { lead, row } = detail;
  const destination = settings?.destination;
  const named = useDestinationName();
  const target = destination ? named(destination.name) : "";
  const id = lead?.id ?? row.id;
  const moving = lead?.state === "queued" || lead?.state === "sending" || push.pushing;
  const { outcome } = push;

  return (
    <section className={classes.box} aria-label={t`Lead`}>
      <Person detail={detail} />
      <div className={classes.state}>
        {lead ? (
          <LeadStateChip state={lead.state} destination={lead.destination} testId="lead-state" />
        ) : (
          <span data-testid="lead-state">
            <Trans>No lead yet</Trans>
          </span>
        )}
        {lead && (
          <Link to="/leads" search={{ lead: lead.id }} className={classes.link}>
            <Trans>Details</Trans>
          </Link>
        )}
      </div>
      {lead?.state === "no_email" && (
        <EmailForm
          busy={email.isPending}
          error={email.error?.message ?? null}
          onSubmit={(address) => email.mutate({ id: lead.id, email: address })}
        />
      )}
      {lead && <LeadNote lead={lead} />}
      {push.fault && <FaultNotice fault={push.fault} onRetry={() => push.push([id])} />}
      {outcome && outcome.state === "no_email" && (
        <p className={classes.note}>{say(outcome.message)}</p>
      )}
      {destination ? (
        <div className={classes.buttons}>
          {lead?.state === "refused" && <FixMappingLink className={classes.push} />}
          <Button
            className={lead?.state === "refused" ? "" : classes.push}
            variant={lead && AGAIN_OR_NOT_YET.includes(lead.state) ? "default" : "filled"}
            loading={moving}
            data-testid="push-button"
            onClick={() => push.push([id])}
          >
            {lead?.state === "sent" || lead?.state === "refused"
              ? t`Push again`
              : t`Push to ${target}`}
          </Button>
          <Button variant="default" onClick={() => push.preview([id])}>
            <Trans>Preview</Trans>
          </Button>
        </div>
      ) : (
        <Link to="/settings" search={{ section: "destination" }} className={classes.link}>
          <Trans>Choose where leads go</Trans>
        </Link>
      )}
      <DryRunDialog
        {...push.dialog}
        destination={target}
        label={label}
        leads={[{ id, name: row.visitor, email: row.email }]}
      />
    </section>
  );
}
