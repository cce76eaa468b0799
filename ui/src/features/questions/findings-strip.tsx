import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, UnstyledButton } from "@mantine/core";
import { ChevronDown, ChevronUp } from "lucide-react";
import type { Finding } from "../../bindings/Finding";
import type { Severity } from "../../bindings/Severity";
import { Dot } from "../../components/dot";
import { SEVERITIES } from "../../words/severities";
import { useFindingWords } from "../../words/use-findings";
import { useDesigner } from "./designer";
import classes from "./findings.module.css";
import { findingKey } from "./places";

interface FindingsStripProps {
  open: boolean;
  onToggle: () => void;
}

/** All that was found in the set: what, where, why, and the way out. */
export function FindingsStrip({ open, onToggle }: FindingsStripProps) {
  const { t } = useLingui();
  const { findings } = useDesigner();
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  const errors = count("error");
  const warnings = count("warning");
  const advice = count("advice");
  const Icon = open ? ChevronDown : ChevronUp;
  return (
    <section className={classes.strip} aria-label={t`Findings`} data-testid="findings">
      <UnstyledButton className={classes.bar} onClick={onToggle} aria-expanded={open}>
        {findings.length === 0 && (
          <>
            <Dot tone="good" />
            <Trans>Nothing to find fault with</Trans>
          </>
        )}
        {errors > 0 && (
          <>
            <Dot tone="bad" />
            <strong>
              <Plural value={errors} one="# error" other="# errors" />
            </strong>
          </>
        )}
        {warnings > 0 && (
          <>
            <Dot tone="warn" />
            <strong>
              <Plural value={warnings} one="# warning" other="# warnings" />
            </strong>
          </>
        )}
        {advice > 0 && (
          <>
            <Dot tone="quiet" />
            <span>
              <Plural value={advice} one="# piece of advice" other="# pieces of advice" />
            </span>
          </>
        )}
        {findings.length > 0 && (
          <span className={classes.hint}>
            <Trans>F8 goes to the next one</Trans>
          </span>
        )}
        {findings.length > 0 && <Icon size={14} aria-hidden />}
      </UnstyledButton>
      {open && findings.length > 0 && (
        <ul className={classes.rows}>
          {findings.map((finding) => (
            <Row key={findingKey(finding)} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ finding }: { finding: Finding }) {
  const { goTo, fix, draft } = useDesigner();
  const words = useFindingWords()(finding);
  const question = finding.question === null ? undefined : draft.questions[finding.question];
  const number = question?.number;
  return (
    <li className={classes.row} data-finding={findingKey(finding)}>
      <span>
        <Dot tone={SEVERITIES[finding.severity].tone} />
      </span>
      <UnstyledButton className={classes.go} onClick={() => goTo(finding)}>
        <span className={classes.where}>
          {number === undefined ? <Trans>The set</Trans> : `Q${number}`}{" "}
          {words.where !== null && <i>{words.where}</i>}
        </span>{" "}
        {words.what}. <span className={classes.why}>{words.why}</span>
      </UnstyledButton>
      {words.fix && (
        <Button variant="default" onClick={() => fix(finding)} data-fix={finding.code}>
          {words.fix}
        </Button>
      )}
    </li>
  );
}
