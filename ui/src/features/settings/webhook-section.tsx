import { Trans, useLingui } from "@lingui/react/macro";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useDo } from "../../api/use-do";
import type { ReceiverView } from "../../bindings/ReceiverView";
import { CopyButton, CopyCode } from "../../components/copy-button";
import { Dot } from "../../components/dot";
import { FaultNotice } from "../../components/fault-notice";
import { Section } from "../../components/section";
import { TimeAgo } from "../../components/time-ago";
import { useSaid } from "../../words/use-said";
import classes from "./settings.module.css";

export function WebhookSection({ receiver }: { receiver: ReceiverView }) {
  const { t } = useLingui();
  const save = useDo("set_webhook_secret");

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const secret = String(new FormData(form).get("secret") ?? "").trim();
    if (secret) save.mutate({ secret }, { onSuccess: () => form.reset() });
  };

  return (
    <Section
      id="webhook"
      title={<Trans>Webhook</Trans>}
      about={
        <Trans>
          iAdvize cannot reach this computer by itself. At iAdvize, subscribe{" "}
          <CopyCode text="v2.conversation.closed" /> to a public HTTPS address (a tunnel or proxy)
          that leads to the local address below, path included.
        </Trans>
      }
    >
      <div className={classes.row}>
        <TextInput
          className={`${classes.grow} ${classes.mono}`}
          label={t`Local address`}
          value={receiver.address}
          readOnly
          data-testid="webhook-address"
        />
        <CopyButton text={receiver.address} testId="webhook-copy" />
      </div>
      <Listening receiver={receiver} />
      <form onSubmit={submit} className={classes.row}>
        <PasswordInput
          className={classes.grow ?? ""}
          label={t`Signing secret`}
          description={
            receiver.has_secret
              ? t`A secret is kept. Enter another one to replace it.`
              : t`Shown on your app’s page at iAdvize. Without it every call is refused.`
          }
          name="secret"
          autoComplete="off"
          placeholder={receiver.has_secret ? "••••••••••••" : ""}
          data-testid="webhook-secret"
          visibilityToggleButtonProps={{ "aria-label": t`Show the secret` }}
        />
        <Button
          type="submit"
          variant={receiver.has_secret ? "default" : "filled"}
          loading={save.isPending}
          data-testid="webhook-secret-save"
        >
          <Trans>Save the secret</Trans>
        </Button>
      </form>
      {save.error && <FaultNotice fault={save.error} />}
    </Section>
  );
}

function Listening({ receiver }: { receiver: ReceiverView }) {
  const say = useSaid();
  const { listening, problem, last_event_at } = receiver;
  return (
    <>
      <div className={classes.row} style={{ alignItems: "center" }}>
        <Dot tone={listening ? "good" : "bad"} />
        <span>{listening ? <Trans>Listening</Trans> : <Trans>Not listening</Trans>}</span>
        <span className={classes.hint}>
          {last_event_at ? (
            <Trans>
              Last event <TimeAgo at={last_event_at} />
            </Trans>
          ) : (
            <Trans>No event has arrived yet</Trans>
          )}
        </span>
      </div>
      {problem && <p className={classes.bad}>{say(problem)}</p>}
    </>
  );
}
