import { Trans, useLingui } from "@lingui/react/macro";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useDo } from "../../api/use-do";
import type { DestinationKind } from "../../bindings/DestinationKind";
import type { DestinationView } from "../../bindings/DestinationView";
import { FaultNotice } from "../../components/fault-notice";
import classes from "./settings.module.css";

const USUAL_ADDRESS = "https://api.hubapi.com";

interface ConnectFormProps {
  kind: DestinationKind;
  connected: DestinationView | null;
}

export function ConnectForm({ kind, connected }: ConnectFormProps) {
  const { t } = useLingui();
  const connect = useDo("connect_destination");
  const needsKey = kind === "hubspot";
  const hasKey = connected?.has_token ?? false;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const token = String(form.get("token") ?? "").trim();
    const base_url = String(form.get("base_url") ?? "").trim();
    connect.mutate({ kind, ...(token ? { token } : {}), ...(base_url ? { base_url } : {}) });
  };

  return (
    <form onSubmit={submit} className={classes.fields}>
      {needsKey && (
        <>
          <PasswordInput
            label={t`Service key`}
            description={
              hasKey
                ? t`A key is kept. Enter another one to replace it.`
                : t`HubSpot, Settings, Integrations, Service keys`
            }
            name="token"
            required={!hasKey}
            withAsterisk={false}
            autoComplete="off"
            placeholder={hasKey ? "••••••••••••" : ""}
            data-testid="destination-token"
            visibilityToggleButtonProps={{ "aria-label": t`Show the key` }}
          />
          <TextInput
            label={t`Base address (advanced)`}
            description={t`Leave empty, unless you try a simulator`}
            name="base_url"
            placeholder={USUAL_ADDRESS}
            defaultValue={
              connected && connected.base_url !== USUAL_ADDRESS ? connected.base_url : ""
            }
            className={classes.mono ?? ""}
            data-testid="destination-base-url"
          />
        </>
      )}
      {connect.error && (
        <div className={classes.wide}>
          <FaultNotice fault={connect.error} />
        </div>
      )}
      <div className={classes.wide}>
        <Button
          type="submit"
          variant={connected ? "default" : "filled"}
          loading={connect.isPending}
          data-testid="destination-connect"
        >
          {connected ? (
            <Trans>Connect again</Trans>
          ) : needsKey ? (
            <Trans>Connect HubSpot</Trans>
          ) : (
            <Trans>Use the lead book</Trans>
          )}
        </Button>
      </div>
    </form>
  );
}
