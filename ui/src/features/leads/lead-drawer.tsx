import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Loader } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useAsk } from "../../api/use-ask";
import { useDo } from "../../api/use-do";
import { useFieldLabel } from "../../api/use-field-label";
import type { LeadDetail } from "../../bindings/LeadDetail";
import { EmailForm } from "../../components/email-form";
import { FaultNotice } from "../../components/fault-notice";
import { FixMappingLink } from "../../components/fix-mapping-link";
import { LeadStateChip } from "../../components/lead-state-chip";
import { LinkButton } from "../../components/link-button";
import { AGAIN_OR_NOT_YET, EMAIL_SOURCES, LEAD_STATES } from "../../words/leads";
import { useSaid } from "../../words/use-said";
import { Attempts } from "./attempts";
import classes from "./lead-drawer.module.css";
import { LeadFields } from "./lead-fields";

interface LeadDrawerProps {
  id: string;
  destination: string | null;
  onClose: () => void;
  onPush: (id: string) => void;
  onPreview: (id: string) => void;
}

export function LeadDrawer({ id, ...rest }: LeadDrawerProps) {
  const { t } = useLingui();
  const lead = useAsk("lead", { id });
  return (
    <aside className={classes.drawer} aria-label={t`Lead`} data-testid="lead-drawer">
      <ActionIcon className={classes.close ?? ""} aria-label={t`Close`} onClick={rest.onClose}>
        <X size={16} />
      </ActionIcon>
      {lead.data && <Loaded key={id} detail={lead.data} {...rest} />}
      {!lead.data && lead.error && (
        <div className={classes.notice}>
          <FaultNotice fault={lead.error} onRetry={() => lead.refetch()} />
          {lead.error.code === "not_found" && (
            <LinkButton to="/leads" search={{}} variant="default" mt={10}>
              <Trans>See all leads</Trans>
            </LinkButton>
          )}
        </div>
      )}
      {lead.isPending && <Loader size={18} m={16} aria-label={t`Loading`} />}
    </aside>
  );
}

type LoadedProps = Omit<LeadDrawerProps, "id" | "onClose"> & { detail: LeadDetail };

function Loaded({ detail, destination, onPush, onPreview }: LoadedProps) {
  const { t } = useLingui();
  const email = useDo("set_lead_email");
  const say = useSaid(useFieldLabel());
  const { row, attempts, fields } = detail;
  const moving = row.state === "queued" || row.state === "sending";
  return (
    <>
      <header className={classes.head}>
        <h2>{row.name ?? row.email ?? <Trans>Unnamed visitor</Trans>}</h2>
        {row.email && (
          <p className={classes.email}>
            {row.name && `${row.email} · `}
            {row.email_source && <span>{t(EMAIL_SOURCES[row.email_source])}</span>}
          </p>
        )}
        <div className={classes.state}>
          <LeadStateChip
            state={row.state}
            destination={row.destination}
            testId="drawer-lead-state"
          />
          <Link
            to="/conversations/$id"
            params={{ id: row.conversation_id }}
            className={classes.link}
          >
            <Trans>Open the conversation</Trans>
          </Link>
        </div>
        {row.problem && (
          <p className={classes.problem} data-tone={LEAD_STATES[row.state].tone}>
            {say(row.problem)}
          </p>
        )}
        {row.state === "no_email" && (
          <EmailForm
            busy={email.isPending}
            error={email.error?.message ?? null}
            onSubmit={(address) => email.mutate({ id: row.id, email: address })}
          />
        )}
        <div className={classes.buttons}>
          {row.state === "refused" && <FixMappingLink />}
          <Button
            variant={AGAIN_OR_NOT_YET.includes(row.state) ? "default" : "filled"}
            loading={moving}
            disabled={!destination}
            onClick={() => onPush(row.id)}
          >
            {row.state === "sent" || row.state === "refused"
              ? t`Push again`
              : destination
                ? t`Push to ${destination}`
                : t`Push`}
          </Button>
          <Button
            variant="default"
            disabled={!destination}
            data-testid="drawer-preview"
            onClick={() => onPreview(row.id)}
          >
            <Trans>Preview</Trans>
          </Button>
        </div>
      </header>
      <LeadFields fields={fields} />
      <Attempts attempts={attempts} />
    </>
  );
}
