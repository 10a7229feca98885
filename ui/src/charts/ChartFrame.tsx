import { type ReactNode, useState } from "react";
import { Button } from "../components/Button";
import { useToast } from "../components/Toast";
import type { PictureOf } from "../ipc/generated/bindings";
import { useAct } from "../ipc/queries";
import { useText } from "../text/text";
import styles from "./Chart.module.css";

interface Props {
  /** The id under which the sentence names the figure. */
  id: string;
  /** What it shows, in one sentence. */
  sentence: string;
  /** What a saved picture of it is called. */
  picture: PictureOf;
  /** Draws it to be saved. */
  svg: () => string;
  /** Another way to look at the figures. */
  action?: ReactNode;
  /** The same as a table. */
  table: ReactNode;
  children: ReactNode;
}

/** What stands around every picture: its sentence, the way to its table, and the way out of the program. */
export function ChartFrame({ id, sentence, picture, svg, action, table, children }: Props) {
  const t = useText();
  const toast = useToast();
  const [asTable, setAsTable] = useState(false);
  const save = useAct("save_picture");
  return (
    <figure className={styles.figure} aria-labelledby={`${id}-said`}>
      <div className={styles.head}>
        <figcaption id={`${id}-said`} className={styles.said}>
          {sentence}
        </figcaption>
        <div className={styles.ways}>
          {action}
          <Button variant="quiet" size="small" onPress={() => setAsTable(!asTable)}>
            {t(asTable ? "charts-show-chart" : "charts-show-table")}
          </Button>
          <Button
            variant="quiet"
            size="small"
            isDisabled={save.isPending}
            onPress={() =>
              save.mutate(
                { of: picture, svg: svg() },
                {
                  onSuccess: ({ saved }) => {
                    if (saved) toast.show({ message: t("charts-saved") });
                  },
                },
              )
            }
          >
            {t("charts-save")}
          </Button>
        </div>
      </div>
      {asTable ? table : children}
    </figure>
  );
}
