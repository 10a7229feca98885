import type { AnnotationView } from "../ipc/generated/bindings";
import { showDate } from "../text/dates";
import { useText } from "../text/text";
import styles from "./Annotation.module.css";

interface Props {
  annotation: AnnotationView | null;
}

/** What the person says of an opinion, beside it: the opinion itself stays as it was written. */
export function Annotation({ annotation }: Props) {
  const t = useText();
  if (annotation === null) return null;
  return (
    <figure className={styles.annotation}>
      <figcaption className={styles.head}>
        {t("components-annotation-on", { date: showDate(annotation.on) })}
      </figcaption>
      <blockquote className={styles.words}>{annotation.words}</blockquote>
    </figure>
  );
}
