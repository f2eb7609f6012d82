import { useTranslations } from "use-intl";

/** What a check can say, each with a form that is taken by a press and changed then. */
const EXAMPLES = [
  { id: "participants", form: "participants(code:NAME) >= 3" },
  { id: "ofMany", form: "17 of 32 : participants(code:NAME)" },
  { id: "everySite", form: "participants(code:NAME) in every site" },
  { id: "share", form: "share(code:NAME, of:participants) > 80%" },
  { id: "word", form: "participants(code:NAME) is most" },
  { id: "sectors", form: "sectors(code:NAME) >= 4" },
  { id: "more", form: "participants(code:NAME) > participants(code:OTHER)" },
  { id: "passages", form: "count(code:NAME) = 17" },
  { id: "quote", form: 'quote "…" is verbatim' },
  { id: "interaction", form: "interaction(NAME -> OTHER) by participants >= 3" },
] as const;

export function CheckExamples({ onTake }: { onTake: (form: string) => void }) {
  const t = useTranslations("findings.check");
  return (
    <details className="check-examples">
      <summary>{t("examples")}</summary>
      <dl>
        {EXAMPLES.map(({ id, form }) => (
          <div key={id}>
            <dt>
              <button type="button" className="check-text" onClick={() => onTake(form)}>
                {form}
              </button>
            </dt>
            <dd>{t(`example.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
