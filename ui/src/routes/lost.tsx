import { Trans, useLingui } from "@lingui/react/macro";
import { Compass } from "lucide-react";
import { EmptyState } from "../components/empty-state";
import { LinkButton } from "../components/link-button";

export function Lost() {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={Compass}
      level={1}
      title={t`There is nothing at this address`}
      action={
        <LinkButton to="/conversations" variant="default">
          <Trans>See the conversations</Trans>
        </LinkButton>
      }
    >
      <Trans>The link may be old.</Trans>
    </EmptyState>
  );
}
