import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { AppBoundary } from "../../app/Boundary";
import type { PlaceName } from "../../app/places";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { PageHeader } from "../../components/PageHeader";
import { Skeleton } from "../../components/Skeleton";
import { refresh, useCommand } from "../../ipc/queries";
import { useText } from "../../text/text";
import { ErasureFlow } from "./ErasureFlow";
import styles from "./Retention.module.css";
import { SweepAtSignIn } from "./SweepAtSignIn";

/** The places that list nobody, those where what is due is looked at, and a record that a preview leads to. */
const OPEN: readonly PlaceName[] = ["retention", "people", "accountability", "candidate"];

/** How often the program is asked whether a day has turned, in milliseconds. */
const LOOK_AGAIN = 600_000;

interface Props {
  at: PlaceName;
  children: ReactNode;
}

/**
 * Before those who erase see anybody in a list, what is due goes: without asking where the organisation chose so, else
 * once they were asked. Asked once a sign-in, and again when a day turns. The people of the sample are made up.
 */
export function DueGate({ at, children }: Props) {
  const { may, status } = useSession();
  return !may("erase") || status.sample ? children : <Gate at={at}>{children}</Gate>;
}

function Gate({ at, children }: Props) {
  const t = useText();
  const client = useQueryClient();
  const [day, setDay] = useState<string | null>(null);
  const [step, setStep] = useState<"ask" | "erase" | "sweep" | "open">("open");
  const isPassed = step === "open" && day !== null;
  const { data, isError, refetch } = useCommand(
    "retention_overview",
    {},
    // Everybody is counted for it: once past the gate not with every change, and only until a day turns.
    { throwOnError: false, enabled: !isPassed },
  );

  useEffect(() => {
    const timer = setInterval(() => void refetch(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [refetch]);

  useEffect(() => {
    if (data === undefined) return;
    if (day === data.today) {
      if (data.due === 0) setStep((now) => (now === "ask" ? "open" : now));
      return;
    }
    setDay(data.today);
    if (data.due === 0 || data.clock.is !== "sound") setStep("open");
    else setStep(data.atSignIn ? "sweep" : "ask");
    // What the other screens said of days left is a day old.
    if (day !== null) refresh(client);
  }, [data, day, client]);

  const open = () => setStep("open");
  if (isError) return children;
  if (step === "sweep") {
    return (
      <AppBoundary>
        <SweepAtSignIn due={data?.due ?? 0} onDone={open} />
      </AppBoundary>
    );
  }
  if (OPEN.includes(at)) return children;
  if (data === undefined || day === null) return <Skeleton />;
  if (step === "erase") {
    return (
      <AppBoundary>
        <ErasureFlow candidates={null} onClose={open} />
      </AppBoundary>
    );
  }
  if (step === "open") return children;
  return (
    <>
      <PageHeader title={t("retention-gate-title")} />
      <Card>
        <p className={styles.due}>
          <span className={styles.number}>{t("retention-due-number", { count: data.due })}</span>{" "}
          {t("retention-due-count", { count: data.due })}
        </p>
        <p>{t("retention-due-what", { count: data.due })}</p>
        <p className={styles.soft}>{t("retention-gate-hidden")}</p>
        <div className={styles.actions}>
          <Button variant="primary" onPress={() => setStep("erase")}>
            {t("retention-gate-review")}
          </Button>
          <Button variant="plain" onPress={open}>
            {t("retention-gate-later")}
          </Button>
        </div>
      </Card>
    </>
  );
}
