import { useState } from "react";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { Notice } from "../components/Notice";
import { useToast } from "../components/Toast";
import { wordFailure } from "../text/errors";
import { useText } from "../text/text";
import { useSession } from "./session";
import { useStatusAct } from "./status";

interface Props {
  onClose: () => void;
}

/** Lets this computer's keychain open the store for whoever is signed in, or ends that. */
export function KeychainDialog({ onClose }: Props) {
  const t = useText();
  const toast = useToast();
  const { keychain } = useSession();
  const use = useStatusAct("use_keychain", { errors: "caller" });
  const [failure, setFailure] = useState<ReturnType<typeof wordFailure> | null>(null);

  const choose = async (on: boolean) => {
    setFailure(null);
    try {
      await use.mutateAsync({ on });
    } catch (thrown) {
      setFailure(wordFailure(thrown));
      return;
    }
    toast.show({ message: t(on ? "app-keychain-allowed" : "app-keychain-stopped"), undo: null });
    onClose();
  };

  return (
    <Dialog
      title={t("app-keychain-title")}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("app-keychain-cancel")}</Button>
          {keychain && (
            <Button isDisabled={use.isPending} onPress={() => void choose(false)}>
              {t("app-keychain-stop")}
            </Button>
          )}
          <Button variant="primary" isDisabled={use.isPending} onPress={() => void choose(true)}>
            {t("app-keychain-allow")}
          </Button>
        </>
      }
    >
      {failure !== null && (
        <Notice tone="danger" title={failure.title} isAlert>
          <p>{failure.rest}</p>
        </Notice>
      )}
      {keychain && <p>{t("app-keychain-is-on")}</p>}
      <p>{t("app-keychain-what")}</p>
      <p>{t("app-keychain-risk")}</p>
      <p>{t("app-keychain-still")}</p>
    </Dialog>
  );
}
