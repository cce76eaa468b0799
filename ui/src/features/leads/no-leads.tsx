import { Trans, useLingui } from "@lingui/react/macro";
import { SearchX, UserRound } from "lucide-react";
import { EmptyState } from "../../components/empty-state";
import { LinkButton } from "../../components/link-button";

export function NoLeads({ filtered }: { filtered: boolean }) {
  const { t } = useLingui();
  if (filtered) {
    return (
      <EmptyState
        icon={SearchX}
        title={t`No lead like this`}
        action={
          <LinkButton to="/leads" search={{}} variant="default">
            <Trans>Show all leads</Trans>
          </LinkButton>
        }
      >
        <Trans>No lead fits the search and the state you chose.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={UserRound}
      title={t`No lead yet`}
      action={
        <LinkButton to="/conversations" variant="default">
          <Trans>See the conversations</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Each closed conversation becomes a lead here. It is sent, or waits for you, as you choose.
      </Trans>
    </EmptyState>
  );
}
