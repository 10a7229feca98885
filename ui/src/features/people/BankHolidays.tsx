import { useSession } from "../../app/session";
import { Card } from "../../components/Card";
import { Facts } from "../../components/Facts";
import { RadioField } from "../../components/RadioField";
import { Section } from "../../components/Section";
import type { Nation } from "../../ipc/generated/bindings";
import { useAct, useCommand } from "../../ipc/queries";
import { showDate } from "../../text/dates";
import { useText } from "../../text/text";

const NATIONS: readonly Nation[] = ["england-and-wales", "scotland", "northern-ireland"];

/** Whose bank holidays count for the days by which people are answered. */
export function BankHolidays() {
  const t = useText();
  const { may } = useSession();
  const found = useCommand("bank_holidays", {}, { enabled: may("readAccounts") }).data;
  const set = useAct("set_bank_holidays");
  if (found === undefined) return null;
  const { nation, until } = found;
  const known = t("people-holidays-until", { date: showDate(until) });
  return (
    <Section title={t("people-holidays")} hint={t("people-holidays-hint")}>
      <Card>
        {may("manageAccounts") ? (
          <RadioField<Nation>
            name="nation"
            label={t("people-holidays-of")}
            hint={known}
            options={NATIONS.map((id) => ({
              id,
              label: t("people-holidays-nation", { nation: id }),
            }))}
            value={nation}
            onChange={(chosen) => set.mutate({ nation: chosen })}
          />
        ) : (
          <Facts
            facts={[
              {
                label: t("people-holidays-of"),
                value: `${t("people-holidays-nation", { nation })} · ${known}`,
              },
            ]}
          />
        )}
      </Card>
    </Section>
  );
}
