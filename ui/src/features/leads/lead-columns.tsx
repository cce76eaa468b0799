import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { createColumnHelper, rowSelectionFeature, tableFeatures } from "@tanstack/react-table";
import type { LeadRow } from "../../bindings/LeadRow";
import { LeadStateChip } from "../../components/lead-state-chip";
import { TimeAgo } from "../../components/time-ago";
import classes from "./lead-table.module.css";
import { WhereCell } from "./where-cell";

export const features = tableFeatures({ rowSelectionFeature });
const column = createColumnHelper<typeof features, LeadRow>();

export const columns = column.columns([
  column.display({
    id: "select",
    header: ({ table }) => (
      <SelectBox
        all
        checked={table.getIsAllRowsSelected()}
        some={table.getIsSomeRowsSelected()}
        onChange={(checked) => table.toggleAllRowsSelected(checked)}
      />
    ),
    cell: ({ row }) => (
      <SelectBox
        name={row.original.name ?? row.original.email ?? row.original.id}
        checked={row.getIsSelected()}
        onChange={(checked) => row.toggleSelected(checked)}
      />
    ),
  }),
  column.accessor("name", {
    id: "person",
    header: () => <Trans>Person</Trans>,
    cell: ({ row }) => <PersonCell lead={row.original} />,
  }),
  column.accessor("state", {
    id: "state",
    header: () => <Trans>State</Trans>,
    cell: ({ row }) => (
      <LeadStateChip state={row.original.state} destination={row.original.destination} />
    ),
  }),
  column.display({
    id: "what",
    header: () => <Trans>Where it stands</Trans>,
    cell: ({ row }) => <WhereCell lead={row.original} />,
  }),
  column.accessor("attempts", {
    id: "attempts",
    header: () => <Trans>Tries</Trans>,
    cell: ({ getValue }) => getValue() || "",
  }),
  column.accessor("created_at", {
    id: "created",
    header: () => <Trans>Created</Trans>,
    cell: ({ getValue }) => <TimeAgo at={getValue()} />,
  }),
]);

/** How wide each column is; the one without takes the rest. */
export const WIDTHS: Record<string, number | undefined> = {
  select: 40,
  person: 240,
  state: 176,
  attempts: 56,
  created: 104,
};

interface SelectBoxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  some?: boolean;
  all?: boolean;
  name?: string;
}

function SelectBox({ checked, onChange, some = false, all = false, name = "" }: SelectBoxProps) {
  const { t } = useLingui();
  return (
    <Checkbox
      aria-label={all ? t`Select all leads` : t`Select ${name}`}
      checked={checked}
      indeterminate={some && !checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      onClick={(event) => event.stopPropagation()}
    />
  );
}

function PersonCell({ lead: { name, email } }: { lead: LeadRow }) {
  return (
    <>
      <div className={classes.name}>{name ?? email ?? <Trans>Unnamed visitor</Trans>}</div>
      <div className={classes.email}>
        {name && email}
        {!name && email && <Trans>Name unknown</Trans>}
        {!email && <Trans>No email yet</Trans>}
      </div>
    </>
  );
}
