import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";

import { useCombobox } from "../../../components/combobox";
import { ranked } from "../../../services/ranking";
import type { SpeakerRow } from "../../../services/shapes";
import { useCaseActs, useCases } from "../../../store/cases";
import { useSourceActs } from "../../../store/sources";
import "../../../components/combobox.css";

const ROLES = ["interviewer", "observer", "participant", "other"] as const;
type Role = (typeof ROLES)[number];
const isRole = (role: string | null): role is Role => ROLES.some((each) => each === role);
const SHOWN = 40;

interface Who {
  key: string;
  name: string;
  detail: string;
  participant: string | null;
  role: Role | null;
}

interface Props {
  speaker: SpeakerRow;
  canWrite: boolean;
}

/** Who speaks under a label: a participant or a role, found by typing a few letters. */
export function WhoPicker({ speaker, canWrite }: Props) {
  const t = useTranslations("sources.who");
  const [list, setList] = useState<"shut" | "open" | "put away">("shut");
  const { participant, role, label } = speaker;
  const now = participant ?? (isRole(role) ? t(`role.${role}`) : null);
  if (!canWrite) return <span className={now ? undefined : "quiet"}>{now ?? t("nobody")}</span>;
  if (list === "open")
    return (
      <WhoField
        speaker={speaker}
        now={now ?? ""}
        onClose={() => setList("put away")}
        onLeave={() => setList("shut")}
      />
    );
  return (
    <button
      type="button"
      className={`who-button${now ? "" : " unsaid"}`}
      aria-label={`${t("of", { label })}: ${now ?? t("nobody")}`}
      aria-haspopup="listbox"
      // The focus comes back from the list that stood here.
      autoFocus={list === "put away"}
      onClick={() => setList("open")}
    >
      {now ?? t("nobody")}
    </button>
  );
}

interface FieldProps {
  speaker: SpeakerRow;
  now: string;
  onClose: () => void;
  /** The focus went elsewhere. */
  onLeave: () => void;
}

function WhoField({ speaker, now, onClose, onLeave }: FieldProps) {
  const t = useTranslations("sources.who");
  const { data: cases } = useCases();
  const { linkSpeaker } = useSourceActs();
  const { add } = useCaseActs();
  const [typed, setTyped] = useState("");
  const name = typed.trim();

  const all = useMemo(() => {
    const roles = ROLES.map(
      (role): Who => ({ key: role, name: t(`role.${role}`), detail: t("roleDetail"), participant: null, role }),
    );
    const people = (cases?.cases ?? [])
      .filter(({ kind }) => kind === "person")
      .map(({ id, name: called, groups }): Who => ({
        key: id,
        name: called,
        detail: groups.map((group) => group.name).join(", "),
        participant: id,
        role: "participant",
      }));
    const nobody: Who = { key: "nobody", name: t("takeBack"), detail: "", participant: null, role: null };
    // Those called like the label come first: most often they are meant.
    const alike = ranked(speaker.label, people, (who) => who.name).slice(0, 3);
    return [
      ...alike,
      ...roles,
      ...people.filter((who) => !alike.includes(who)),
      ...(speaker.participant_id ?? speaker.role ? [nobody] : []),
    ];
  }, [cases, speaker, t]);
  const shown = useMemo(() => ranked(typed, all, (who) => who.name).slice(0, SHOWN), [typed, all]);

  const link = async ({ participant, role }: Pick<Who, "participant" | "role">) => {
    onClose();
    await linkSpeaker({ source: speaker.source_id, label: speaker.label, participant, role });
  };
  const wanted = name || speaker.label;
  const isThere = all.some((who) => who.name.toLowerCase() === wanted.toLowerCase());
  const addPerson = async () => {
    const made = await add({ name: wanted, kind: "person" });
    const [participant] = made?.ids ?? [];
    if (participant !== undefined) await link({ participant, role: "participant" });
  };
  const makeNew = isThere ? undefined : () => void addPerson();
  const combo = useCombobox({
    items: shown,
    onChoose: (who) => void link(who),
    onClose,
    ...(makeNew ? { onShiftEnter: makeNew } : {}),
  });

  return (
    <div className="who-field">
      <input
        {...combo.inputProps}
        className="input"
        aria-label={t("of", { label: speaker.label })}
        placeholder={now || t("placeholder")}
        value={typed}
        autoFocus
        onBlur={onLeave}
        onChange={(event) => {
          setTyped(event.target.value);
          combo.reset();
        }}
      />
      <div className="who-list">
        <ul {...combo.listProps} className="combo-list" aria-label={t("of", { label: speaker.label })}>
          {shown.map((who, index) => (
            <li {...combo.itemProps(index)} key={who.key} className="combo-item">
              <span className="name">{who.name}</span>
              <small>{who.detail}</small>
            </li>
          ))}
        </ul>
        {shown.length === 0 && !makeNew ? <p className="combo-note">{t("nothing")}</p> : null}
        {makeNew ? (
          <button
            type="button"
            tabIndex={-1}
            className="combo-item combo-new combo-button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={makeNew}
          >
            {t("newPerson", { name: wanted })}
          </button>
        ) : null}
      </div>
    </div>
  );
}
