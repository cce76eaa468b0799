import { Trans, useLingui } from "@lingui/react/macro";
import type { SampleKept } from "../../bindings/SampleKept";
import { useFormat } from "../../i18n/format";
import { replacedInWords } from "../../words/samples";

/** What keeping a conversation as a sample made of it. */
export function KeptEffect({ kept }: { kept: SampleKept }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { row, replaced, reads_the_same } = kept;
  const things = replacedInWords(replaced, i18n, format);
  const { name } = row;
  return (
    <span data-testid="kept-effect">
      <Trans>“{name}” is kept.</Trans>{" "}
      {row.anonymised && things && <Trans>Replaced: {things}.</Trans>}
      {row.anonymised && !things && <Trans>There was nothing to replace.</Trans>}{" "}
      {row.anonymised && reads_the_same && <Trans>It reads the same.</Trans>}
      {!reads_the_same && <Trans>It does not read quite as before.</Trans>}
    </span>
  );
}
