/** Sampling frames: the list, and one as a table, in plots and with the choices made from it. */
import { useParams } from "wouter";

import { FrameDesk } from "./FrameDesk";
import { FrameList } from "./FrameList";
import "./frames.css";

export default function FramesView() {
  const { id } = useParams<{ id?: string }>();
  return id ? <FrameDesk key={id} id={id} /> : <FrameList />;
}
