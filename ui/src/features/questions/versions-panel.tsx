import { Trans } from "@lingui/react/macro";
import { useDesigner } from "./designer";
import { NotUsed } from "./not-used";
import panel from "./side-panels.module.css";
import { useVersion } from "./use-version";
import { VersionChanges } from "./version-changes";
import { VersionItem } from "./version-item";
import classes from "./versions-panel.module.css";

/** Every version of the set, what changed between two, and the ways back. */
export function VersionsPanel() {
  const { detail } = useDesigner();
  const { versions, row } = detail;
  const use = useVersion(row.id);
  return (
    <div className={panel.body} data-testid="versions">
      {versions.length === 0 && (
        <p className={panel.none}>
          <Trans>
            No version yet. A version is what conversations are read with: save one with Ctrl+S when
            the questions are ready.
          </Trans>
        </p>
      )}
      {use.fault && <NotUsed fault={use.fault} busy={use.isPending} onDropLines={use.dropLines} />}
      {versions.length > 0 && (
        <ol className={classes.versions}>
          {versions.map((version) => (
            <VersionItem
              key={version.number}
              version={version}
              onUse={() => use.put(version.number)}
              busy={use.isPending}
            />
          ))}
        </ol>
      )}
      {versions.length > 0 && <VersionChanges key={`${versions.length} ${row.in_use}`} />}
    </div>
  );
}
