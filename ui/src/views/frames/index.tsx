/** Sampling frames: the list, and one as a table, in plots and with the choices made from it. */
import { Redirect, useParams, useSearchParams } from "wouter";

import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { withAsOf } from "../../services/address";
import { frameAddress, useSelection } from "../../store/frames";
import { FrameDesk } from "./FrameDesk";
import { FrameList } from "./FrameList";
import "./frames.css";

export default function FramesView() {
  const { id } = useParams<{ id?: string }>();
  const [parameters] = useSearchParams();
  const selection = parameters.get("selection");
  if (id) return <FrameDesk key={id} id={id} />;
  return selection ? <OfSelection selection={selection} /> : <FrameList />;
}

/** A selection is looked at in the frame that it was made from. */
function OfSelection({ selection }: { selection: string }) {
  const [parameters] = useSearchParams();
  const { data, error, refetch } = useSelection(selection, false);
  if (error) return <ErrorNote error={error} onAgain={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Redirect replace to={withAsOf(frameAddress(data.frame_id, "selections"), parameters.get("as_of"))} />;
}
