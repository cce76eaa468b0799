import { Trans } from "@lingui/react/macro";
import { useFormat } from "../../i18n/format";
import { ADVISED, MOST, meterOf } from "./meter";
import classes from "./question-editor.module.css";

/** How long the message is as it is sent, with its marker. */
export function LengthMeter({ number, text, id }: { number: number; text: string; id?: string }) {
  const format = useFormat();
  const { characters, level } = meterOf(number, text);
  const share = (value: number) => `${Math.min(100, (value / MOST) * 100)}%`;
  const [used, advised, most] = [characters, ADVISED, MOST].map(format.number);
  return (
    <div className={classes.meter} data-level={level} data-testid="length-meter" id={id}>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ width: share(characters) }} />
        <span className={classes.advised} style={{ left: share(ADVISED) }} />
      </span>
      <span>
        {level === "calm" && (
          <Trans>
            {used} of {advised} characters
          </Trans>
        )}
        {level === "long" && (
          <Trans>
            {used} characters; {advised} are advised
          </Trans>
        )}
        {level === "too_long" && (
          <Trans>
            {used} characters; bots send {most} at most
          </Trans>
        )}
      </span>
    </div>
  );
}
