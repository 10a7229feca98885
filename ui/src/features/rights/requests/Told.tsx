import { Button } from "../../../components/Button";
import { Facts } from "../../../components/Facts";
import { Link } from "../../../components/Link";
import list from "../../../components/List.module.css";
import { Panel } from "../../../components/Panel";
import { useToast } from "../../../components/Toast";
import type { RequestView } from "../../../ipc/generated/bindings";
import { useAct } from "../../../ipc/queries";
import { showDate } from "../../../text/dates";
import { useText } from "../../../text/text";
import styles from "../Rights.module.css";

interface Props {
  view: RequestView;
}

/** Who was given something of the person, and is told that it was corrected or restricted (UK GDPR Art 19). */
export function Told({ view }: Props) {
  const t = useText();
  const toast = useToast();
  const { mutateAsync, isPending } = useAct("save_request_notices");
  const { request, recipients } = view;
  if (recipients.length === 0) return null;
  const save = async () => {
    const { saved } = await mutateAsync({ request });
    if (saved > 0) {
      toast.show({ message: t("recipients-saved", { count: saved }), undo: null });
    }
  };
  const isWaiting = recipients.some(({ toldOn }) => toldOn === null);
  return (
    <Panel
      title={t("recipients-title")}
      {...(isWaiting && {
        actions: (
          <Button size="small" icon="file" isDisabled={isPending} onPress={save}>
            {t("recipients-save")}
          </Button>
        ),
      })}
    >
      <div className={styles.answer}>
        <p className={list.soft}>{t("recipients-of-request")}</p>
        <Facts
          facts={recipients.map(({ recipient, because, by, toldOn }) => ({
            label: recipient,
            value: [
              t("recipients-because", { because }),
              toldOn === null
                ? t("recipients-by", { date: showDate(by) })
                : t("recipients-told", { date: showDate(toldOn) }),
            ].join(" · "),
          }))}
        />
        <Link to={{ at: "retention", tab: "recipients" }}>{t("recipients-overdue-see")}</Link>
      </div>
    </Panel>
  );
}
