import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Select } from "@mantine/core";
import { Download } from "lucide-react";
import type { LeadCounts } from "../../bindings/LeadCounts";
import type { LeadState } from "../../bindings/LeadState";
import { SearchField } from "../../components/search-field";
import { LEAD_STATE_ORDER, LEAD_STATES } from "../../words/leads";
import classes from "./leads-screen.module.css";

interface LeadToolbarProps {
  search: string;
  onSearch: (words: string) => void;
  state: LeadState | null;
  onState: (state: LeadState | null) => void;
  counts: LeadCounts | undefined;
  /** Only the lead book can be exported. */
  onExport: (() => void) | null;
  exporting: boolean;
}

export function LeadToolbar(props: LeadToolbarProps) {
  const { search, onSearch, state, onState, counts, onExport, exporting } = props;
  const { t } = useLingui();
  const options = LEAD_STATE_ORDER.map((value) => {
    const count = countOf(value, counts);
    return {
      value,
      label:
        count === undefined
          ? t(LEAD_STATES[value].label)
          : `${t(LEAD_STATES[value].label)} (${count})`,
    };
  });
  return (
    <div className={classes.toolbar}>
      <div className={classes.searching}>
        <SearchField value={search} onChange={onSearch} label={t`Search leads`} />
      </div>
      <Select
        aria-label={t`State`}
        placeholder={t`All states`}
        data={options}
        value={state}
        onChange={(value) => onState(value as LeadState | null)}
        clearable
        clearButtonProps={{ "aria-label": t`Show all states` }}
        w={200}
      />
      <span className={classes.spring} />
      {onExport && (
        <Button
          variant="default"
          leftSection={<Download size={14} />}
          onClick={onExport}
          loading={exporting}
          data-testid="export-lead-book"
        >
          <span>
            <Trans>
              Export<span className={classes.wide}> the lead book</span>
            </Trans>
          </span>
        </Button>
      )}
    </div>
  );
}

/** The engine counts queued and sending leads together, so neither has a number of its own. */
function countOf(state: LeadState, counts: LeadCounts | undefined): number | undefined {
  if (!counts || state === "queued" || state === "sending") return undefined;
  return counts[state];
}

interface MarkedBarProps {
  count: number;
  /** How many of them a push would send. */
  ready: number;
  destination: string | null;
  pushing: boolean;
  onPush: () => void;
  onPreview: () => void;
  onClear: () => void;
}

/** What can be done with the leads that are marked. */
export function MarkedBar({
  count,
  ready,
  destination,
  pushing,
  onPush,
  onPreview,
  onClear,
}: MarkedBarProps) {
  const { t } = useLingui();
  return (
    <div className={classes.marked} role="toolbar" aria-label={t`Selected leads`}>
      <strong>
        <Plural value={count} one="# lead selected" other="# leads selected" />
      </strong>
      <Button
        onClick={onPush}
        loading={pushing}
        disabled={!destination}
        data-testid="push-selected"
      >
        <Plural value={ready} one="Push # lead" other="Push # leads" />
      </Button>
      <Button
        variant="default"
        onClick={onPreview}
        disabled={!destination}
        data-testid="preview-selected"
      >
        <Trans>Preview</Trans>
      </Button>
      <Button variant="subtle" color="gray" onClick={onClear}>
        <Trans>Clear selection</Trans>
      </Button>
    </div>
  );
}
