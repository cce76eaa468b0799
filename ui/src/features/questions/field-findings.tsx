import { Button } from "@mantine/core";
import { CircleAlert, Lightbulb, TriangleAlert } from "lucide-react";
import type { Finding } from "../../bindings/Finding";
import { useFindingWords } from "../../words/use-findings";
import { useDesigner } from "./designer";
import classes from "./findings.module.css";
import { findingKey, leadsTo } from "./places";

const ICONS = { error: CircleAlert, warning: TriangleAlert, advice: Lightbulb } as const;

/** What was found at a field, with its way out, right where the field is. */
export function FieldFindings({ path }: { path: string }) {
  const { findings } = useDesigner();
  return <Notes findings={findings.filter((finding) => leadsTo(finding.path, path))} />;
}

/** What was found in a question at none of its fields. */
export function OtherFindings({ fields }: { fields: readonly string[] }) {
  const { findings, at } = useDesigner();
  const mine = findings.filter(({ question }) => question === at && at >= 0);
  return (
    <Notes findings={mine.filter(({ path }) => !fields.some((field) => leadsTo(path, field)))} />
  );
}

function Notes({ findings }: { findings: readonly Finding[] }) {
  return findings.map((finding) => <Note key={findingKey(finding)} finding={finding} />);
}

function Note({ finding }: { finding: Finding }) {
  const { fix } = useDesigner();
  const words = useFindingWords()(finding);
  const Icon = ICONS[finding.severity];
  const id = `finding-${findingKey(finding)}`;
  return (
    <div
      className={classes.note}
      data-severity={finding.severity}
      data-finding={findingKey(finding)}
    >
      <Icon size={13} aria-hidden />
      <p id={id}>
        {words.what}. <span>{words.why}</span>
      </p>
      {words.fix && (
        <Button
          variant="default"
          onClick={() => fix(finding)}
          aria-describedby={id}
          data-fix={finding.code}
        >
          {words.fix}
        </Button>
      )}
    </div>
  );
}
