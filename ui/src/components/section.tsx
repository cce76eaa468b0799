import type { ReactNode } from "react";
import classes from "./section.module.css";

interface SectionProps {
  id: string;
  title: ReactNode;
  children: ReactNode;
  about?: ReactNode;
}

/** A part of the settings, to be jumped to. */
export function Section({ id, title, about, children }: SectionProps) {
  return (
    <section id={`section-${id}`} className={classes.section} aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`}>{title}</h2>
      {about && <p className={classes.about}>{about}</p>}
      <div className={classes.body}>{children}</div>
    </section>
  );
}
