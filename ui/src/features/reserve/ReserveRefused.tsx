import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { More } from "../../components/More";
import { Notice } from "../../components/Notice";
import type { ReserveApplication } from "../../ipc/generated/bindings";
import { useText } from "../../text/text";
import styles from "./Reserve.module.css";

interface Props {
  title: string;
  name: string;
  applications: ReserveApplication[];
  onClose: () => void;
}

/** Says plainly why someone can't go on the reserve list, application by application. */
export function ReserveRefused({ title, name, applications, onClose }: Props) {
  const t = useText();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t("reserve-dialog-close")}
        </Button>
      }
    >
      <Notice tone="warn" title={t("reserve-dialog-refused-title", { name })}>
        {applications.length === 0 ? (
          t("reserve-dialog-no-application")
        ) : (
          <Reasons applications={applications} />
        )}
      </Notice>
    </Dialog>
  );
}

interface RefusedProps {
  applications: ReserveApplication[];
}

/** The applications that don't open the list, beside those that do. */
export function RefusedApplications({ applications }: RefusedProps) {
  const t = useText();
  const refused = applications.filter((one) => one.refused !== null);
  if (refused.length === 0) return null;
  return (
    <More label={t("reserve-dialog-others")}>
      <Reasons applications={refused} />
    </More>
  );
}

function Reasons({ applications }: RefusedProps) {
  const t = useText();
  return (
    <ul className={styles.reasons}>
      {applications.map(({ application, vacancyTitle, refused }) => (
        <li key={application}>
          <strong>{vacancyTitle}</strong>
          {refused !== null && (
            <span>
              {refused.sentence}{" "}
              <span className={styles.rule}>{t("components-rule", { rule: refused.rule })}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
