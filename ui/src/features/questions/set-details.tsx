import { useLingui } from "@lingui/react/macro";
import { Button, Popover, Select } from "@mantine/core";
import { Globe } from "lucide-react";
import { useMemo, useRef } from "react";
import { Dot } from "../../components/dot";
import { SEVERITIES } from "../../words/severities";
import { CURRENCIES, codeName, REGIONS, SET_LANGUAGES } from "./codes";
import { useDesigner } from "./designer";
import { setDetails } from "./edits";
import { FieldFindings } from "./field-findings";
import classes from "./set-header.module.css";

const FIELDS = ["language", "region", "currency"] as const;

/** The language, country and currency by which replies are read. */
export function SetDetails() {
  const { t, i18n } = useLingui();
  const { draft, edit, findings, detailsOpen, setDetailsOpen } = useDesigner();
  const button = useRef<HTMLButtonElement>(null);
  const worst = findings.find(({ path }) => FIELDS.some((field) => field === path));
  const names = useMemo(() => {
    const named = (kind: "language" | "region" | "currency") => codeName(i18n.locale, kind);
    const options = (codes: readonly string[], name: (code: string) => string) =>
      codes
        .map((value) => ({ value, label: name(value) }))
        .sort((a, b) => a.label.localeCompare(b.label, i18n.locale));
    return {
      language: options(SET_LANGUAGES, named("language")),
      region: options(REGIONS, named("region")),
      currency: options(CURRENCIES, named("currency")),
    };
  }, [i18n.locale]);
  const fields = {
    language: { label: t`Language`, help: t`The order of day and month, and the decimal sign` },
    region: { label: t`Country`, help: t`How phone numbers and postcodes are read` },
    currency: { label: t`Currency`, help: t`Of amounts that name none` },
  };
  const short = [
    draft.language && codeName(i18n.locale, "language")(draft.language),
    draft.region,
    draft.currency,
  ].filter(Boolean);
  const shown = short.join(" · ") || t`Choose a language…`;

  return (
    <Popover
      opened={detailsOpen}
      onChange={setDetailsOpen}
      trapFocus
      // No dialog: the designer's keys work on while it is open.
      withRoles={false}
      position="bottom-start"
      shadow="md"
      withinPortal={false}
      width={320}
    >
      <Popover.Target>
        <Button
          ref={button}
          variant="subtle"
          color="gray"
          aria-expanded={detailsOpen}
          className={classes.details ?? ""}
          leftSection={
            worst ? <Dot tone={SEVERITIES[worst.severity].tone} /> : <Globe size={14} aria-hidden />
          }
          onClick={() => setDetailsOpen(!detailsOpen)}
          data-testid="set-details"
          aria-label={t`Language, country and currency: ${shown}`}
        >
          {shown}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.popover ?? ""}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.defaultPrevented) return;
          setDetailsOpen(false);
          button.current?.focus();
        }}
      >
        {FIELDS.map((field) => (
          <div key={field} data-path={field}>
            <Select
              label={fields[field].label}
              description={fields[field].help}
              data={withOwn(names[field], draft[field])}
              value={draft[field] ?? null}
              onChange={(value) => edit(setDetails(draft, { [field]: value ?? undefined }))}
              searchable
              selectFirstOptionOnChange
              openOnFocus={false}
              clearable
              comboboxProps={{ withinPortal: false }}
              clearButtonProps={{ "aria-label": t`None` }}
              data-testid={`set-${field}`}
            />
            <FieldFindings path={field} />
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

/** A code that is given though nobody knows it is shown as it is. */
function withOwn(options: { value: string; label: string }[], own: string | undefined) {
  if (!own || options.some(({ value }) => value === own)) return options;
  return [{ value: own, label: own }, ...options];
}
