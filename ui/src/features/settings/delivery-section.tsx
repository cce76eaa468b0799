import { Trans } from "@lingui/react/macro";
import { useDo } from "../../api/use-do";
import type { DeliveryMode } from "../../bindings/DeliveryMode";
import { ChoiceCard } from "../../components/choice-card";
import { FaultNotice } from "../../components/fault-notice";
import { Section } from "../../components/section";
import classes from "./settings.module.css";

interface DeliverySectionProps {
  mode: DeliveryMode;
  destination: string | null;
}

export function DeliverySection({ mode, destination }: DeliverySectionProps) {
  const set = useDo("set_mode");
  const shown = set.isPending ? set.variables.mode : mode;
  return (
    <Section id="delivery" title={<Trans>Delivery</Trans>}>
      <div className={classes.row} data-top role="radiogroup" aria-labelledby="title-delivery">
        <ChoiceCard
          name="mode"
          title={<Trans>Automatic</Trans>}
          checked={shown === "automatic"}
          onChoose={() => set.mutate({ mode: "automatic" })}
          testId="mode-automatic"
        >
          {destination ? (
            <Trans>Each lead goes to {destination} as its conversation closes</Trans>
          ) : (
            <Trans>Each lead is sent as its conversation closes</Trans>
          )}
        </ChoiceCard>
        <ChoiceCard
          name="mode"
          title={<Trans>Manual</Trans>}
          checked={shown === "manual"}
          onChoose={() => set.mutate({ mode: "manual" })}
          testId="mode-manual"
        >
          <Trans>Leads wait until you push them</Trans>
        </ChoiceCard>
      </div>
      {set.error && <FaultNotice fault={set.error} />}
    </Section>
  );
}
