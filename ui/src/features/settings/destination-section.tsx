import { Plural, Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useAsk } from "../../api/use-ask";
import { useDo } from "../../api/use-do";
import type { DestinationKind } from "../../bindings/DestinationKind";
import type { DestinationView } from "../../bindings/DestinationView";
import { ChoiceCard } from "../../components/choice-card";
import { EvidenceLine } from "../../components/evidence-line";
import { FaultNotice } from "../../components/fault-notice";
import { Section } from "../../components/section";
import { useSaid } from "../../words/use-said";
import { ConnectForm } from "./connect-form";
import classes from "./settings.module.css";

export function DestinationSection({ destination }: { destination: DestinationView | null }) {
  const [kind, setKind] = useState<DestinationKind | null>(destination?.kind ?? null);
  const connected = destination !== null && destination.kind === kind;
  return (
    <Section
      id="destination"
      title={<Trans>Destination</Trans>}
      about={
        <Trans>
          Where leads go. The lead book needs no account and can be exported at any time.
        </Trans>
      }
    >
      <div className={classes.row} data-top role="radiogroup" aria-labelledby="title-destination">
        <ChoiceCard
          name="destination"
          title={<Trans>Lead book</Trans>}
          checked={kind === "lead_book"}
          onChoose={() => setKind("lead_book")}
          testId="destination-kind-lead-book"
        >
          <Trans>A list kept on this computer</Trans>
        </ChoiceCard>
        <ChoiceCard
          name="destination"
          title="HubSpot"
          checked={kind === "hubspot"}
          onChoose={() => setKind("hubspot")}
          testId="destination-kind-hubspot"
        >
          <Trans>Contacts, with the conversation as a note</Trans>
        </ChoiceCard>
      </div>
      {connected && <Connected destination={destination} />}
      {kind && (kind === "hubspot" || !connected) && (
        <ConnectForm key={kind} kind={kind} connected={connected ? destination : null} />
      )}
    </Section>
  );
}

function Connected({ destination }: { destination: DestinationView }) {
  const check = useDo("check_destination");
  const say = useSaid();
  const fields = useAsk("destination_fields", {});
  const writable = fields.data?.filter((field) => !field.read_only).length;
  return (
    <>
      {destination.check && <EvidenceLine check={destination.check} />}
      {destination.paused && (
        <p className={classes.bad}>
          {destination.check?.ok !== false && `${say(destination.paused)}. `}
          <Trans>Paused: nothing is sent until it is connected again.</Trans>
        </p>
      )}
      {check.error && <FaultNotice fault={check.error} onRetry={() => check.mutate({})} />}
      <div className={classes.row} style={{ alignItems: "center" }}>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate({})}>
          <Trans>Check now</Trans>
        </Button>
        {writable !== undefined && (
          <span className={classes.hint}>
            <Plural
              value={writable}
              one="# field that can be written"
              other="# fields that can be written"
            />
          </span>
        )}
      </div>
    </>
  );
}
