import { Trans, useLingui } from "@lingui/react/macro";
import { Loader } from "@mantine/core";
import { Check } from "lucide-react";
import { type SetupStep, setupSteps } from "../../api/setup";
import { useAsk } from "../../api/use-ask";
import { FaultNotice } from "../../components/fault-notice";
import { LinkButton } from "../../components/link-button";
import { STEP_WORDS } from "./step-words";
import classes from "./welcome.module.css";

/** The way from nothing to the first lead, with how far we are. */
export function WelcomeScreen() {
  const { t } = useLingui();
  const settings = useAsk("settings", {});
  if (!settings.data) {
    return (
      <div className={classes.screen}>
        {settings.error ? (
          <FaultNotice fault={settings.error} onRetry={() => settings.refetch()} />
        ) : (
          <Loader size={18} aria-label={t`Loading`} />
        )}
      </div>
    );
  }
  const steps = setupSteps(settings.data);
  const next = steps.find((step) => !step.done && !step.waiting);
  return (
    <section className={classes.screen} aria-label={t`Set up`}>
      <div className={classes.column}>
        <h1>
          <Trans>From closed conversations to leads</Trans>
        </h1>
        <p className={classes.lead}>
          <Trans>
            Four steps. Everything stays on this computer, and nothing is sent until you have chosen
            the destination.
          </Trans>
        </p>
        <ol className={classes.steps}>
          {steps.map((step, index) => (
            <Step key={step.id} step={step} number={index + 1} isNext={step === next} />
          ))}
        </ol>
        {!next && (
          <LinkButton to="/conversations">
            <Trans>See the conversations</Trans>
          </LinkButton>
        )}
      </div>
    </section>
  );
}

interface StepProps {
  step: SetupStep;
  number: number;
  isNext: boolean;
}

function Step({ step, number, isNext }: StepProps) {
  const { t } = useLingui();
  const { title, about, action } = STEP_WORDS[step.id];
  return (
    <li className={classes.step} data-done={step.done || undefined} data-testid={`step-${step.id}`}>
      <span className={classes.mark} aria-hidden>
        {step.done ? <Check size={14} strokeWidth={2.4} /> : number}
      </span>
      <div className={classes.words}>
        <h2>{t(title)}</h2>
        <p>
          {step.done && <Trans>Done</Trans>}
          {step.waiting && <Trans>Secret saved, waiting for the first call</Trans>}
          {!step.done && !step.waiting && t(about)}
        </p>
      </div>
      <LinkButton
        to="/settings"
        search={{ section: step.section }}
        variant={isNext ? "filled" : "default"}
      >
        {step.done || step.waiting ? t`Change` : t(action)}
      </LinkButton>
    </li>
  );
}
