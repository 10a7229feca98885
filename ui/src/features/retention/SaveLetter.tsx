import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { useToast } from "../../components/Toast";
import type { CandidateId } from "../../ipc/generated/bindings";
import { useAct } from "../../ipc/queries";
import { useText } from "../../text/text";

interface Props {
  candidate: CandidateId;
}

/** Offers a letter to the one person who is about to go: afterwards there is no address to write to. */
export function SaveLetter({ candidate }: Props) {
  const t = useText();
  const toast = useToast();
  const { mutate, isPending } = useAct("save_letter");
  const save = () =>
    mutate(
      { candidate },
      {
        onSuccess: ({ saved }) => {
          if (saved) toast.show({ message: t("retention-letter-saved"), undo: null });
        },
      },
    );
  return (
    <Notice
      tone="info"
      title={t("retention-letter-title")}
      actions={
        <Button icon="file" isDisabled={isPending} onPress={save}>
          {t("retention-letter-save")}
        </Button>
      }
    >
      {t("retention-letter-why")}
    </Notice>
  );
}
