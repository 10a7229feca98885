import type { Ref } from "react";
import { focusField } from "../app/focus";
import type { FieldProblem } from "../ipc/generated/bindings";
import type { WordedError } from "../text/errors";
import { useText } from "../text/text";
import styles from "./Form.module.css";
import { Icon } from "./Icon";

interface Props {
  problems: readonly FieldProblem[];
  failure?: WordedError | null;
  ref?: Ref<HTMLDivElement>;
}

/** What has to be put right before a form can be sent, each line leading to its field. */
export function ErrorSummary({ problems, failure = null, ref }: Props) {
  const t = useText();
  return (
    <div ref={ref} className={styles.summary} tabIndex={-1}>
      <Icon name="warning" />
      {/* Not what takes the focus: an alert that does is read twice. */}
      <div role="alert">
        <h2 className={styles.summaryTitle}>
          {failure?.title ?? t("components-error-summary", { count: problems.length })}
        </h2>
        {failure !== null && <p>{failure.rest}</p>}
        {problems.length > 0 && (
          <ul className={styles.summaryList}>
            {problems.map(({ field, problem }) => (
              <li key={field}>
                <button type="button" className={styles.toField} onClick={() => focusField(field)}>
                  {problem}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
