import { Trans } from "@lingui/react/macro";
import { LinkButton } from "./link-button";

/** The way out of a refusal: what is written where is set in the mapping. */
export function FixMappingLink({ className }: { className?: string | undefined }) {
  return (
    <LinkButton
      to="/settings"
      search={{ section: "mapping" }}
      className={className ?? ""}
      data-testid="fix-mapping"
    >
      <Trans>Fix the mapping</Trans>
    </LinkButton>
  );
}
