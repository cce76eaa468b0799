import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FAULTS, type Severity } from "../api/faults";
import type { Fault } from "../platform/types";
import { sentence } from "../words/sentence";
import classes from "./fault-notice.module.css";

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } satisfies Record<
  Severity,
  unknown
>;

interface FaultNoticeProps {
  fault: Fault;
  onRetry?: (() => void) | undefined;
  /** Another way out that this place offers, before the usual one. */
  wayOut?: ReactNode;
}

/** What happened, in words, with the way out beside it. */
export function FaultNotice({ fault, onRetry, wayOut }: FaultNoticeProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { severity, sentence: said, action } = FAULTS[fault.code];
  const Icon = ICONS[severity];

  return (
    <div className={classes.frame}>
      <div className={classes.notice} data-severity={severity} role="alert">
        <Icon size={16} className={classes.icon} aria-hidden />
        <div className={classes.words}>
          <p className={classes.sentence}>{t(said)}</p>
          {fault.message && <p className={classes.detail}>{sentence(fault.message)}</p>}
        </div>
        {wayOut}
        {action === "retry" && onRetry && (
          <Button variant="default" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        {action !== "retry" && action !== null && (
          <Button
            variant="default"
            onClick={() => navigate({ to: "/settings", search: { section: action.section } })}
          >
            {t(action.label)}
          </Button>
        )}
      </div>
    </div>
  );
}
