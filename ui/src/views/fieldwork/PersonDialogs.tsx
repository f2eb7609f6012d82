import type { BoardPerson, FieldworkPerson } from "../../services/shapes";
import { ConsentDialog } from "./ConsentDialog";
import { ContactDialog } from "./ContactDialog";
import { FoundDialog } from "./FoundDialog";
import { InterviewDialog } from "./InterviewDialog";
import type { PersonDialog } from "./PersonPanel";
import { ReferralDialog } from "./ReferralDialog";

interface Props {
  dialog: PersonDialog;
  person: FieldworkPerson;
  people: readonly BoardPerson[];
  onClose: () => void;
}

/** The form that is open over the page, if any. */
export function PersonDialogs({ dialog, person, people, onClose }: Props) {
  switch (dialog.name) {
    case "contact":
      return <ContactDialog person={person} contact={dialog.contact} onClose={onClose} />;
    case "consent":
      return <ConsentDialog person={person} consent={dialog.consent} onClose={onClose} />;
    case "interview":
      return <InterviewDialog person={person} interview={dialog.interview} onClose={onClose} />;
    case "referral":
      return <ReferralDialog person={person} people={people} onClose={onClose} />;
    case "found":
      return <FoundDialog person={person} onClose={onClose} />;
  }
}
