import { Button } from "../components/Button";
import { useAct } from "../ipc/queries";
import { useText } from "../text/text";

/** Prints the page one is at: what paper shows of it, its style sheet for paper says. */
export function PrintButton() {
  const t = useText();
  const { mutate: print, isPending } = useAct("print_page");
  return (
    <Button icon="print" isDisabled={isPending} onPress={() => print({})}>
      {t("app-print")}
    </Button>
  );
}
